using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Assessing;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Notices;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Reactions;

/// <summary>Everything that the session has open is approved and green: it is merged, if told to (W-L9), or a person hears of it.</summary>
internal sealed class ReadyToMerge : Reaction
{
    public override string Key => ReactionKeys.ApprovedAndGreen;

    public override IEnumerable<Condition> Observe(Turn turn)
    {
        var open = Supervised.OpenPullRequests(turn.State).ToList();
        var standing = StandingOf(turn, open);
        if (standing is Standing.Undecided) return [new Condition(Key, "", standing)];
        var merges = Merges(turn.Policy);
        if (standing is not Standing.Holds || (merges && !MayMerge(turn))) return [];
        // A merge that was refused is tried again when anything has changed; people are told once a commit.
        return [new Condition(Key, "", Standing.Holds) { Items = [.. open.Select(pr => merges ? $"{ItemOf(pr)} {Revision(pr)}" : ItemOf(pr))] }];
    }

    /// <summary>Whether what the session has open is to be merged, by all that is known now.</summary>
    public static bool MayMerge(Turn turn)
    {
        var open = Supervised.OpenPullRequests(turn.State).ToList();
        return Merges(turn.Policy) && StandingOf(turn, open) is Standing.Holds && !open.Exists(HasOpenRemarks) && !(turn.Now < ChecksAwaitedUntil(turn));
    }

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var ready = Supervised.OpenPullRequests(turn.State).ToList();
        var numbers = string.Join(", ", ready.Select(pr => $"#{pr.Number}"));
        return new Notice(
            "merge.ready", NotificationPriority.Action, $"{turn.State.SessionId}: {numbers} can be merged",
            $"{string.Join("; ", ready.Select(pr => pr.Title))}: approved and green.")
        {
            Links = [.. ready.Select(pr => pr.Url)],
        };
    }

    public override IEnumerable<Effect> ActionOf(Turn turn, Condition news, ReactionRule rule) => IsMerging(rule)
        ? Supervised.OpenPullRequests(turn.State)
            .Where(pr => news.Items.Contains($"{ItemOf(pr)} {Revision(pr)}"))
            .Select(pr => new MergePullRequest(
                new MergeRequest(Hosts.LookupOf(turn.Policy, turn.State.Session!.ProjectId, pr), pr.HeadSha, Hosts.MergeMethodOf(turn.Policy)), pr.Number, pr.Url))
        : base.ActionOf(turn, news, rule);

    public override DateTimeOffset? ChangesAt(Turn turn) => Merges(turn.Policy) ? ChecksAwaitedUntil(turn) : null;

    private static bool Merges(Policy policy) => policy.Rule(ReactionKeys.ApprovedAndGreen) is { } rule && IsMerging(rule);

    private static bool IsMerging(ReactionRule rule) => rule is { Auto: true, Action: ReactionAction.AutoMerge };

    // One that is not known yet may stand in the way as well.
    private static Standing StandingOf(Turn turn, List<PullRequestSnapshot> open)
    {
        if (open.Count == 0) return Standing.Over;
        var standing = Readiness.StandingOf(turn.State, open);
        return standing is Standing.Holds && PullRequestAssessing.Of(turn.State) is not { Reason: PullRequestReason.MergeReady } ? Standing.Over : standing;
    }

    // A new commit has no checks until its host has begun them: what has none is looked at for a while before it counts as green.
    private static DateTimeOffset? ChecksAwaitedUntil(Turn turn) => Supervised.OpenPullRequests(turn.State)
        .Where(pr => pr.ChecksState is ChecksState.None)
        .Select(pr => (DateTimeOffset?)(turn.State.HeadsSince.GetValueOrDefault(pr.HeadSha, turn.Now) + turn.Policy.Lifecycle.SettleTime))
        .Max();

    private static bool HasOpenRemarks(PullRequestSnapshot pr) => pr.Threads.Any(thread => thread is { AuthorIsBot: false, AuthorMayWrite: true });

    private static string ItemOf(PullRequestSnapshot pr) => $"{pr.Key()} {pr.HeadSha}";

    private static string Revision(PullRequestSnapshot pr) => pr.Revision.ToString(CultureInfo.InvariantCulture);
}
