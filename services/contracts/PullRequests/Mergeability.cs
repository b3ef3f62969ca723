namespace Athene.Contracts.PullRequests;

/// <summary>Whether the host would merge a pull request now.</summary>
public enum Mergeability
{
    /// <summary>The host is still finding out, or could not be asked. Never a reason to act.</summary>
    Unknown,

    Ready,

    /// <summary>See the blockers.</summary>
    Blocked,

    /// <summary>It waits in the repository's merge queue.</summary>
    Queued,
}
