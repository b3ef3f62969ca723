namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Where the next part of a list begins.</summary>
internal sealed record GraphPageInfo(bool HasNextPage, string? EndCursor);
