using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>People who may write to the repository want something changed. What others write is not for agents (<see cref="OutsideRemarks"/>).</summary>
internal sealed class ChangesRequested : ReviewReaction
{
    public override string Key => ReactionKeys.ChangesRequested;

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var pr = turn.State.PullRequests[condition.Subject];
        var (threads, reviews) = (Threads(pr).ToList(), Reviews(pr).ToList());
        var authors = string.Join(", ", threads.Select(thread => thread.Author).Concat(reviews.Select(review => review.Author)).Distinct());
        return new Notice(
            "review.changes_requested", NotificationPriority.Warning, $"{turn.State.SessionId}: changes requested on #{pr.Number}",
            $"{pr.Title}: {threads.Count} open remarks{(authors.Length > 0 ? $" of {authors}" : "")}.")
        {
            Links = [.. threads.Select(thread => thread.Url).Concat(reviews.Select(review => review.Url)).OfType<string>().Take(1), pr.Url],
        };
    }

    protected override IEnumerable<ReviewThread> Threads(PullRequestSnapshot pr) => pr.Threads.Where(thread => thread is { AuthorIsBot: false, AuthorMayWrite: true });

    protected override IEnumerable<ReviewDocument> Reviews(PullRequestSnapshot pr) =>
        pr.Reviews.Where(review => review is { AuthorIsBot: false, AuthorMayWrite: true, Decision: ReviewDecision.ChangesRequested });

    protected override bool IsAskedFor(PullRequestSnapshot pr) => pr.ReviewDecision is ReviewDecision.ChangesRequested;
}
