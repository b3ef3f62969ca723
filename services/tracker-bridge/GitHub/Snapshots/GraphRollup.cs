namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>All checks of a commit.</summary>
internal sealed record GraphRollup(GraphCommit? Commit, GraphPage<GraphCheck> Contexts);
