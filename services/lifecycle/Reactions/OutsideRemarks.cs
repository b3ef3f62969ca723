using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Notices;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Reactions;

/// <summary>Somebody without write access has remarked on a pull request: anybody may, so it never reaches an agent by itself, but a person hears of it.</summary>
internal sealed class OutsideRemarks : Reaction
{
    public override string Key => ReactionKeys.OutsideRemarks;

    public override bool IsRenewedByNews => true;

    public override IEnumerable<Condition> Observe(Turn turn) => Supervised.OpenPullRequests(turn.State).Select(pr =>
    {
        List<string> items = [.. Threads(pr).Select(thread => thread.Id + " " + thread.LastCommentId), .. Reviews(pr).Select(review => review.Id)];
        return new Condition(Key, pr.Key(), items.Count > 0 ? Standing.Holds : Standing.Over) { Items = [.. items] };
    });

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var pr = turn.State.PullRequests[condition.Subject];
        var authors = Threads(pr).Select(thread => thread.Author).Concat(Reviews(pr).Select(review => review.Author)).Distinct();
        return new Notice(
            "review.outside_comment", NotificationPriority.Action, $"{turn.State.SessionId}: somebody else commented on #{pr.Number}",
            $"{string.Join(", ", authors)} may not write to {pr.Repo}, so the agent was not told. If it should know: athene send {turn.State.SessionId} \"…\"")
        {
            Links = [.. Threads(pr).Select(thread => thread.Url).Concat(Reviews(pr).Select(review => review.Url)).OfType<string>().Take(1), pr.Url],
        };
    }

    protected override Effect? MessageOf(Turn turn, Condition news, ReactionRule rule) => null;

    private static IEnumerable<ReviewThread> Threads(PullRequestSnapshot pr) => pr.Threads.Where(thread => thread is { AuthorIsBot: false, AuthorMayWrite: false });

    private static IEnumerable<ReviewDocument> Reviews(PullRequestSnapshot pr) => pr.Reviews.Where(review => review is { AuthorIsBot: false, AuthorMayWrite: false });
}
