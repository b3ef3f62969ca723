namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>A page of the check runs of a commit.</summary>
internal sealed record GitHubCheckRuns(IReadOnlyList<GitHubCheckRun> CheckRuns);
