namespace Athene.Contracts.PullRequests;

/// <summary>What became of a merge that the host took; one that it refused is an error.</summary>
/// <param name="IsMerged">False: it waits in the merge queue.</param>
/// <param name="Sha">The commit on the base branch; null while it waits.</param>
public sealed record MergeResult(bool IsMerged, string? Sha = null);
