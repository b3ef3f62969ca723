using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Messages;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Effects;

/// <summary>Reads what the failed checks wrote, and makes the message of it. Logs that cannot be had are done without, after a while.</summary>
internal sealed class FailureCarrier(IPullRequests pullRequests) : Carrier<TellAgentOfFailures>
{
    private const int TriesForLogs = 3;

    protected override async Task<Outcome> CarryOutAsync(
        TellAgentOfFailures effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        if (state.IsEnding) return new EffectSkipped("the session has ended, or is about to");
        var key = PullRequestUrl.KeyOf(effect.Url);
        if (state.PullRequests.GetValueOrDefault(key) is { } pr && pr.HeadSha != effect.Failures.HeadSha)
            return new EffectSkipped($"the pull request is at {pr.HeadSha} by now");
        var report = await ReadAsync(effect, pending.Failures, cancellationToken);
        return report is null
            ? new EffectFailed("the logs of the failed checks could not be read")
            : new EffectDone(Then: new TellAgent(FailureText.Of(effect, report)));
    }

    private async Task<FailureReport?> ReadAsync(TellAgentOfFailures effect, int failures, CancellationToken cancellationToken)
    {
        try
        {
            return await pullRequests.FailuresAsync(effect.Failures, cancellationToken);
        }
        catch (AtheneException)
        {
            return failures < TriesForLogs ? null : new FailureReport(effect.Failures.HeadSha, []);
        }
    }
}
