using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Effects;

/// <summary>Merges what is still as it was found; the host checks the commit once more.</summary>
internal sealed class MergeCarrier(IPullRequests pullRequests) : Carrier<MergePullRequest>
{
    protected override async Task<Outcome> CarryOutAsync(
        MergePullRequest effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        var pr = state.PullRequests.GetValueOrDefault(PullRequestUrl.KeyOf(effect.Url));
        if (pr is null || pr.HeadSha != effect.Request.ExpectedHeadSha || !Readiness.IsReady(pr)) return new EffectSkipped("it is not as it was found any more");
        var result = await pullRequests.MergeAsync(effect.Request, cancellationToken);
        return new EffectDone(result.IsMerged ? $"#{effect.Number} is merged as {result.Sha}" : $"#{effect.Number} waits in the merge queue");
    }
}
