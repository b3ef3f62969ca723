namespace Athene.TrackerBridge.Linear;

/// <summary>A step of a team's work.</summary>
/// <param name="Type">triage, backlog, unstarted, started, completed or canceled.</param>
/// <param name="Position">Where it stands among the team's steps.</param>
internal sealed record LinearState(string Id, string Type, double Position);
