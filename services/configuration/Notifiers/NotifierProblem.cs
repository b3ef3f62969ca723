namespace Athene.Configuration.Notifiers;

/// <summary>Why a notifier reaches nobody. It holds no secret.</summary>
/// <param name="Notifier">Its name.</param>
public sealed record NotifierProblem(string Notifier, string What)
{
    public override string ToString() => $"notifier '{Notifier}': {What}";
}
