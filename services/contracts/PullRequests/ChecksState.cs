namespace Athene.Contracts.PullRequests;

/// <summary>What all checks of a pull request's head come to (spec trackers-scm-notifiers.md §7.1).</summary>
public enum ChecksState
{
    /// <summary>The host could not be asked. Never a reason to act.</summary>
    Unknown,

    /// <summary>There are no checks, or none that says anything.</summary>
    None,

    /// <summary>None has failed, and some have not ended.</summary>
    Pending,

    /// <summary>All have ended, and none has failed.</summary>
    Passing,

    /// <summary>At least one has failed.</summary>
    Failing,
}
