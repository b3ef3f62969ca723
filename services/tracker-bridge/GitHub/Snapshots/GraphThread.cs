namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>A conversation about a place in a pull request.</summary>
internal sealed record GraphThread(string Id, bool IsResolved, string? Path, int? Line, int? OriginalLine, GraphPage<GraphComment> Comments);
