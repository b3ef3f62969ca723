using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Messages;
using Athene.Lifecycle.Notices;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Reactions;

/// <summary>A pull request cannot be merged because its base has changed the same lines.</summary>
internal sealed class MergeConflicts : Reaction
{
    public override string Key => ReactionKeys.MergeConflicts;

    public override IEnumerable<Condition> Observe(Turn turn) => Supervised.OpenPullRequests(turn.State).Select(pr =>
        new Condition(Key, pr.Key(), StandingOf(pr)) { Items = [pr.BaseBranch] });

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var pr = turn.State.PullRequests[condition.Subject];
        return new Notice(
            "merge.conflicts", NotificationPriority.Warning, $"{turn.State.SessionId}: #{pr.Number} has conflicts", $"{pr.Title} conflicts with {pr.BaseBranch}.")
        {
            Links = [pr.Url],
            Facts = [new NotificationFact("Base", pr.BaseBranch)],
        };
    }

    protected override Effect MessageOf(Turn turn, Condition news, ReactionRule rule) =>
        new TellAgent(rule.Message ?? ConflictText.Of(turn.State.PullRequests[news.Subject]));

    private static Standing StandingOf(PullRequestSnapshot pr)
    {
        if (pr.Blockers.Contains(MergeBlocker.Conflicts)) return Standing.Holds;
        return pr.Mergeability is Mergeability.Unknown ? Standing.Undecided : Standing.Over;
    }
}
