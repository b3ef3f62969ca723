using Athene.Contracts.PullRequests;

namespace Athene.Lifecycle.PullRequests;

/// <summary>Pull requests, as the tracker bridge has them. What it refuses is an <see cref="Contracts.Errors.AtheneException"/>.</summary>
public interface IPullRequests
{
    /// <summary>Merges one, or puts it into the merge queue; one that is merged already, at the expected commit, succeeds again.</summary>
    Task<MergeResult> MergeAsync(MergeRequest request, CancellationToken cancellationToken);

    /// <summary>What failed on a commit, with as much of the logs as there is.</summary>
    Task<FailureReport> FailuresAsync(FailureLookup lookup, CancellationToken cancellationToken);
}
