using Athene.Contracts.Events;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>What a reading makes of what was known (spec trackers-scm-notifiers.md §15: unknown is a value of its own). Pure.</summary>
public static class Observation
{
    /// <summary>
    /// The pull request after a reading; the very same record when nothing is different. What the host does not tell is unknown then, whatever it was before:
    /// nobody may act on what was. Revisions go on growing also where what was known is lost.
    /// </summary>
    public static StoredPullRequest After(StoredPullRequest? known, PullRequestSnapshot read)
    {
        var revision = Math.Max((known?.Snapshot.Revision ?? 0) + 1, read.ObservedAt.ToUnixTimeMilliseconds());
        if (known is null) return new StoredPullRequest(read with { Revision = revision }, EventTypes.PullRequestChanged);
        return ChangeOf(known.Snapshot, read) is { } change ? known with { Snapshot = read with { Revision = revision }, Change = change } : known;
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

    /// <summary>Whether the difference is one that hosts report by webhook: whether it could be merged, and what they do not tell for a while, they tell nobody.</summary>
    public static bool IsReported(PullRequestSnapshot? before, PullRequestSnapshot after)
    {
        if (before is null) return true;
        after = after with { Mergeability = before.Mergeability, Blockers = before.Blockers };
        if (before.ChecksState is ChecksState.Unknown || after.ChecksState is ChecksState.Unknown) after = after with { ChecksState = before.ChecksState, Checks = before.Checks };
        if (before.ReviewDecision is ReviewDecision.Unknown || after.ReviewDecision is ReviewDecision.Unknown) after = after with { ReviewDecision = before.ReviewDecision };
        return ChangeOf(before, after) is not null;
    }

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
