using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>Merges pull requests of one kind of host.</summary>
public interface IPullRequestMerger
{
    /// <summary>What a configuration calls the host.</summary>
    string Provider { get; }

    /// <summary>Merges it, or puts it into the merge queue. One that is merged already, at the expected head, succeeds again.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">Its head is another one, something blocks it, or the host could not be asked.</exception>
    Task<MergeResult> MergeAsync(MergeRequest request, int number, CancellationToken cancellationToken);
}
