using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>Programs have remarked on a pull request.</summary>
internal sealed class BotComments : ReviewReaction
{
    public override string Key => ReactionKeys.BotComments;

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var pr = turn.State.PullRequests[condition.Subject];
        return new Notice(
            "automated_review.found", NotificationPriority.Info, $"{turn.State.SessionId}: programs commented on #{pr.Number}",
            $"{pr.Title}: {Threads(pr).Count()} open remarks of {string.Join(", ", Threads(pr).Select(thread => thread.Author).Distinct())}.")
        {
            Links = [pr.Url],
        };
    }

    protected override IEnumerable<ReviewThread> Threads(PullRequestSnapshot pr) => pr.Threads.Where(thread => thread.AuthorIsBot);

    // What programs say beside their threads is mostly a summary of them.
    protected override IEnumerable<ReviewDocument> Reviews(PullRequestSnapshot pr) =>
        pr.Reviews.Where(review => review is { AuthorIsBot: true, Decision: ReviewDecision.ChangesRequested });
}
