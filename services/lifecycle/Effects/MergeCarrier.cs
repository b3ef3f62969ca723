using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.PullRequests;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Effects;

/// <summary>Merges what is still as it was found; the host checks the commit once more.</summary>
internal sealed class MergeCarrier(IPullRequests pullRequests, Policies policies, TimeProvider clock) : Carrier<MergePullRequest>
{
    protected override async Task<Outcome> CarryOutAsync(
        MergePullRequest effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        if (!IsAsFound(effect, state)) return new EffectSkipped("it is not as it was found any more");
        if (state.Outbox.FindLast(other => other.Effect == effect) is { } last && last.Id != pending.Id) return new EffectSkipped("it was decided anew");
        var result = await pullRequests.MergeAsync(effect.Request, cancellationToken);
        return new EffectDone(result.IsMerged ? $"#{effect.Number} is merged as {result.Sha}" : $"#{effect.Number} waits in the merge queue");
    }

    // A merge that is tried again may have waited for long.
    private bool IsAsFound(MergePullRequest effect, SupervisionState state)
    {
        var pr = Supervised.OpenPullRequests(state).FirstOrDefault(open => open.Key() == PullRequestUrl.KeyOf(effect.Url));
        return pr?.HeadSha == effect.Request.ExpectedHeadSha
            && ReadyToMerge.MayMerge(new Turn(state, state, clock.GetUtcNow(), policies.For(state.Session!.ProjectId)));
    }
}
