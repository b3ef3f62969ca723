namespace Athene.Contracts.PullRequests;

/// <summary>What all reviews of a pull request come to.</summary>
public enum ReviewDecision
{
    /// <summary>The host could not be asked. Never a reason to act.</summary>
    Unknown,

    /// <summary>Nobody has to review it, and nobody asks for changes. GitHub's null decision.</summary>
    None,

    /// <summary>A review is required that is not there yet.</summary>
    Pending,

    Approved,

    ChangesRequested,
}
