namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>A pull request that comes from a branch.</summary>
internal sealed record BranchMatch(int Number, string State, bool IsCrossRepository);
