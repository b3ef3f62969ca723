namespace Athene.TrackerBridge.Linear;

/// <summary>A label.</summary>
/// <param name="Team">Null: it is the whole workspace's.</param>
internal sealed record LinearLabel(string Id, string Name, LinearTeam? Team);
