using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>Reads what failed in the checks of a commit, from one kind of host.</summary>
public interface IFailureReader
{
    /// <summary>What a configuration calls the host.</summary>
    string Provider { get; }

    /// <summary>The failed checks, each with as much of its log as the host gives.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">The host could not be asked.</exception>
    Task<FailureReport> ReadAsync(FailureLookup lookup, CancellationToken cancellationToken);
}
