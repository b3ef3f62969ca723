namespace Athene.Lifecycle.Decisions;

/// <summary>What follows from one signal about one session.</summary>
/// <param name="Transition">Where the session goes; null: it stays.</param>
/// <param name="Notice">What a person should hear; null: nothing.</param>
/// <param name="LookAgain">Whether to look once more when the grace is over.</param>
public sealed record Decision(Transition? Transition = null, Notice? Notice = null, bool LookAgain = false)
{
    public static Decision None { get; } = new();
}
