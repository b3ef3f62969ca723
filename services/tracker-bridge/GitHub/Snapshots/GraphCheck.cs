namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>A check run (with a name) or a commit status (with a context).</summary>
internal sealed record GraphCheck(
    string Id, string? Name, string? Status, string? Conclusion, string? DetailsUrl, DateTimeOffset? StartedAt, GraphCheckSuite? CheckSuite,
    string? Context, string? State, string? TargetUrl);
