using Athene.Contracts.Events;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>What a reading makes of what was known (spec trackers-scm-notifiers.md §15: unknown is a value of its own). Pure.</summary>
public static class Observation
{
    /// <summary>The pull request after a reading; the very same record when nothing is different.</summary>
    public static StoredPullRequest After(StoredPullRequest? known, PullRequestSnapshot read)
    {
        if (known is null) return new StoredPullRequest(read with { Revision = 1 }, EventTypes.PullRequestChanged) { Unknown = new UnknownParts().After(read) };
        var snapshot = Complete(known.Snapshot, read);
        var unknown = known.Unknown.After(read);
        if (ChangeOf(known.Snapshot, snapshot) is { } change)
            return known with { Snapshot = snapshot with { Revision = known.Snapshot.Revision + 1 }, Change = change, Unknown = unknown };
        return unknown == known.Unknown ? known : known with { Unknown = unknown };
    }

    /// <summary>What the host did not tell stays as it was known, unless it was known of another commit.</summary>
    public static PullRequestSnapshot Complete(PullRequestSnapshot known, PullRequestSnapshot read)
    {
        var isSameCommit = known.HeadSha == read.HeadSha;
        if (read.ReviewDecision is ReviewDecision.Unknown)
            read = read with { ReviewDecision = isSameCommit ? known.ReviewDecision : ReviewDecision.Unknown, Threads = known.Threads, Reviews = known.Reviews };
        if (!isSameCommit) return read;
        if (read.ChecksState is ChecksState.Unknown) read = read with { ChecksState = known.ChecksState, Checks = known.Checks };
        return read.Mergeability is Mergeability.Unknown ? read with { Mergeability = known.Mergeability, Blockers = known.Blockers } : read;
    }

    /// <summary>The type of the event that tells of the difference; null when there is none.</summary>
    public static string? ChangeOf(PullRequestSnapshot before, PullRequestSnapshot after)
    {
        var hasChecks = before.ChecksState != after.ChecksState || !Same(before.Checks, after.Checks, check => (check.Name, check.Id));
        var hasReviews = before.ReviewDecision != after.ReviewDecision
            || !Same(before.Threads, after.Threads, thread => (thread.Id, thread.LastCommentId))
            || !Same(before.Reviews, after.Reviews, review => (review.Id, review.Author));
        if (Rest(before) != Rest(after) || (hasChecks && hasReviews) || !Same(before.Blockers, after.Blockers, blocker => (blocker.ToString(), null)))
            return EventTypes.PullRequestChanged;
        if (hasChecks) return EventTypes.ChecksChanged;
        return hasReviews ? EventTypes.ReviewChanged : null;
    }

    /// <summary>Whether the difference is one that hosts report by webhook: whether it could be merged, they tell nobody.</summary>
    public static bool IsReported(PullRequestSnapshot? before, PullRequestSnapshot after) =>
        before is null || ChangeOf(before, after with { Mergeability = before.Mergeability, Blockers = before.Blockers }) is not null;

    private static bool Same<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, (string?, string?)> order) =>
        before.Count == after.Count && before.OrderBy(order).SequenceEqual(after.OrderBy(order));

    // Lists compare by reference in a record, so they are compared one by one and left out here.
    private static PullRequestSnapshot Rest(PullRequestSnapshot snapshot) => snapshot with
    {
        ChecksState = default,
        Checks = [],
        ReviewDecision = default,
        Threads = [],
        Reviews = [],
        Blockers = [],
        Revision = 0,
        ObservedAt = default,
    };
}
