using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Reactions;

/// <summary>A pull request was closed without being merged: a person has to say what now.</summary>
internal sealed class PullRequestClosed : Reaction
{
    public override string Key => ReactionKeys.PullRequestClosed;

    public override IEnumerable<Condition> Observe(Turn turn) => turn.State.Session is { Kind: SessionKind.Worker, Lifecycle.IsTerminal: false }
        ? turn.State.OwnPullRequests().Select(pr => new Condition(Key, pr.Key(), pr.State is PullRequestState.Closed ? Standing.Holds : Standing.Over) { Items = [pr.Url] })
        : [];

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var pr = turn.State.PullRequests[condition.Subject];
        return new Notice(
            "pr.closed", NotificationPriority.Info, $"{turn.State.SessionId}: #{pr.Number} was closed unmerged",
            $"{pr.Title}. Decide what to do: athene send {turn.State.SessionId} \"…\", or athene kill {turn.State.SessionId}")
        {
            Links = [pr.Url],
        };
    }
}
