namespace Athene.TrackerBridge.Linear;

/// <summary>A team: its issues, steps and labels are its own.</summary>
internal sealed record LinearTeam(string Id);
