using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>One kind of host of pull requests.</summary>
public interface IPullRequestHost
{
    /// <summary>What a configuration calls it.</summary>
    string Provider { get; }

    /// <summary>The pull request with this number in the project's repository, or null when the host knows none that Athene may see.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The host could not answer, or would not.</exception>
    Task<PullRequestDetails?> FindAsync(PullRequestLookup lookup, int number, CancellationToken cancellationToken);

    /// <summary>Assigns the pull request to the user whose token Athene has.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The host could not, or would not.</exception>
    Task<PullRequestAssignment> AssignAsync(PullRequestLookup lookup, int number, CancellationToken cancellationToken);
}
