using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>Since when the host does not tell a part of a pull request; null: it does.</summary>
public sealed record UnknownParts(DateTimeOffset? Checks = null, DateTimeOffset? Reviews = null, DateTimeOffset? Mergeability = null)
{
    /// <summary>The same after one more reading. Pure.</summary>
    public UnknownParts After(PullRequestSnapshot read) => new(
        read.ChecksState is ChecksState.Unknown ? Checks ?? read.ObservedAt : null,
        read.ReviewDecision is ReviewDecision.Unknown ? Reviews ?? read.ObservedAt : null,
        read.Mergeability is Contracts.PullRequests.Mergeability.Unknown ? Mergeability ?? read.ObservedAt : null);
}
