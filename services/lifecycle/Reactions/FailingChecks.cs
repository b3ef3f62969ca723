using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Notices;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Reactions;

/// <summary>Checks of a pull request fail. It is over when all have passed on the newest commit, and stayed so (W-L11).</summary>
internal sealed class FailingChecks : Reaction
{
    public override string Key => ReactionKeys.ChecksFailed;

    public override TimeSpan SettleTime(Policy policy) => policy.Lifecycle.SettleTime;

    public override bool OutlastsSession => true;

    public override IEnumerable<Condition> Observe(Turn turn) => Supervised.OpenPullRequests(turn.State).Select(pr => new Condition(Key, pr.Key(), StandingOf(pr))
    {
        Items = [.. Failed(pr).Select(check => ItemOf(pr, check)).DefaultIfEmpty(pr.HeadSha)],
        Round = pr.HeadSha,
    });

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var pr = turn.State.PullRequests[condition.Subject];
        var failed = string.Join(", ", Failed(pr).Select(check => check.Name));
        return new Notice("ci.failing", NotificationPriority.Warning, $"{turn.State.SessionId}: checks of #{pr.Number} fail", $"{pr.Title}: {failed}.")
        {
            Links = [.. Failed(pr).Select(check => check.Url).OfType<string>().Take(1), pr.Url],
            Facts = [new NotificationFact("Checks", failed), new NotificationFact("Commit", pr.HeadSha)],
        };
    }

    protected override Effect MessageOf(Turn turn, Condition news, ReactionRule rule)
    {
        var pr = turn.State.PullRequests[news.Subject];
        var lookup = Hosts.LookupOf(turn.Policy, turn.State.Session!.ProjectId, pr);
        return new TellAgentOfFailures(
            new FailureLookup(lookup, pr.HeadSha), pr.Number, pr.Url, [.. Failed(pr).Where(check => news.Items.Contains(ItemOf(pr, check)))], rule.Message);
    }

    private static Standing StandingOf(PullRequestSnapshot pr) => pr.ChecksState switch
    {
        ChecksState.Failing => Standing.Holds,
        ChecksState.Passing => Standing.Over,
        // A new commit has none until its host has begun them.
        ChecksState.None or ChecksState.Pending or ChecksState.Unknown => Standing.Undecided,
    };

    private static IEnumerable<CheckDocument> Failed(PullRequestSnapshot pr) => pr.Checks.Where(check => check.State is CheckState.Failed);

    private static string ItemOf(PullRequestSnapshot pr, CheckDocument check) => $"{pr.HeadSha} {check.Name} {check.Id}";
}
