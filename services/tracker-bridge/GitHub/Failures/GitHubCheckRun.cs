namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>A check run, with what it says of itself.</summary>
internal sealed record GitHubCheckRun(long Id, string Name, string Status, string? Conclusion, string? HtmlUrl, string? DetailsUrl, GitHubCheckOutput? Output);
