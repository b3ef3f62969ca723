namespace Athene.Lifecycle.Effects;

/// <summary>Ends a session whose work is done and safe; its branch stays.</summary>
/// <param name="Reason">As the session service knows it, such as <c>pr_merged</c>.</param>
public sealed record EndSession(string Reason) : Effect
{
    public override string Word => "end";
}
