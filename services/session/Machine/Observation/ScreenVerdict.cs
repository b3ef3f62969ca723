namespace Athene.Session.Machine.Observation;

/// <summary>What a screen says, and the line that says it.</summary>
/// <param name="Text">All that matched, of however many lines.</param>
public sealed record ScreenVerdict(AgentActivity Activity, string? Evidence, string? Text = null)
{
    public static ScreenVerdict None { get; } = new(AgentActivity.Unknown, null);
}
