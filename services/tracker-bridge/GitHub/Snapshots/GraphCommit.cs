namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>A commit.</summary>
internal sealed record GraphCommit(string Oid);
