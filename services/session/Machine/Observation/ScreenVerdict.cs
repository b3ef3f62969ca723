namespace Athene.Session.Machine.Observation;

/// <summary>What a screen says, and the line that says it.</summary>
public sealed record ScreenVerdict(AgentActivity Activity, string? Evidence)
{
    public static ScreenVerdict None { get; } = new(AgentActivity.Unknown, null);
}
