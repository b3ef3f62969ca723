namespace Athene.Contracts.PullRequests;

/// <summary>The checks that failed on one commit.</summary>
public sealed record FailureReport(string HeadSha, IReadOnlyList<FailedJob> Jobs);
