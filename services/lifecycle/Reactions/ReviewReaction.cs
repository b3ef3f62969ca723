using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Messages;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Reactions;

/// <summary>Remarks on a pull request that nobody has settled. A new remark has patience of its own; one that is settled is no news.</summary>
internal abstract class ReviewReaction : Reaction
{
    private const string Decision = "decision";

    public override bool IsRenewedByNews => true;

    public override IEnumerable<Condition> Observe(Turn turn) => Supervised.OpenPullRequests(turn.State).Select(pr => Of(turn, pr));

    protected override Effect MessageOf(Turn turn, Condition news, ReactionRule rule)
    {
        var pr = turn.State.PullRequests[news.Subject];
        return new TellAgent(ReviewText.Of(
            pr, [.. Open(pr).Where(thread => news.Items.Contains(ItemOf(pr, thread, news.Items)))], [.. Reviews(pr).Where(review => news.Items.Contains(review.Id))], rule.Message));
    }

    /// <summary>The threads that this reaction is about.</summary>
    protected abstract IEnumerable<ReviewThread> Threads(PullRequestSnapshot pr);

    /// <summary>The reviews with words of their own that this reaction is about.</summary>
    protected abstract IEnumerable<ReviewDocument> Reviews(PullRequestSnapshot pr);

    /// <summary>Whether there is something to react to although no remark says what.</summary>
    protected virtual bool IsAskedFor(PullRequestSnapshot pr) => false;

    private Condition Of(Turn turn, PullRequestSnapshot pr)
    {
        var known = turn.State.Incidents.GetValueOrDefault(Condition.IdOf(Key, pr.Key()));
        IReadOnlyCollection<string> told = known?.Told ?? [];
        List<string> items = [.. Open(pr).Select(thread => ItemOf(pr, thread, told)), .. Reviews(pr).Select(review => review.Id)];
        var isAskedFor = IsAskedFor(pr);
        var condition = new Condition(Key, pr.Key(), items.Count > 0 || isAskedFor ? Standing.Holds : StandingWithout(pr));

        // That changes are asked for is news by itself only where no remark was told before it.
        if (isAskedFor && (known is null || known.Told.Contains(Decision))) items.Add(Decision);
        return condition with { Items = [.. items] };
    }

    private static Standing StandingWithout(PullRequestSnapshot pr) => pr.ReviewDecision is ReviewDecision.Unknown ? Standing.Undecided : Standing.Over;

    // What the agent has answered waits for the one who asked.
    private IEnumerable<ReviewThread> Open(PullRequestSnapshot pr) =>
        Threads(pr).Where(thread => pr.Author is null || thread.LastAuthor != pr.Author || thread.Author == pr.Author);

    // An answer makes a thread news again, but not where the agent and its person have one name: it would answer itself for ever.
    // Nor where nobody knows who answered: it may have been the agent.
    private static string ItemOf(PullRequestSnapshot pr, ReviewThread thread, IReadOnlyCollection<string> told)
    {
        if (thread.Author == pr.Author) return thread.Id;
        var before = thread.LastAuthor is null ? told.FirstOrDefault(item => item.StartsWith($"{thread.Id} ", StringComparison.Ordinal)) : null;
        return before ?? $"{thread.Id} {thread.LastCommentId}";
    }
}
