using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle.Effects;

/// <summary>Ends merged sessions, never with work in them that is nowhere else.</summary>
internal sealed class EndSessionCarrier(ISessions sessions) : Carrier<EndSession>
{
    protected override async Task<Outcome> CarryOutAsync(EndSession effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        if (state.Session is not { Lifecycle: { IsTerminal: false, Pr.State: PullRequestState.Merged } }) return new EffectSkipped("it has ended, or goes on");
        var work = await sessions.UnsavedWorkAsync(state.SessionId, cancellationToken);
        if (!work.IsNone) return new EffectRefused(WordsOf(work));
        var result = await sessions.EndAsync(state.SessionId, new KillRequest(effect.Reason), cancellationToken);
        return new EffectDone(result.RescueRef is { } rescue ? $"its last changes are kept as {rescue}" : null);
    }

    private static string WordsOf(UnsavedWork work)
    {
        var files = work.ChangedFiles.Count > 0 ? $"uncommitted changes ({string.Join(", ", work.ChangedFiles.Take(5))})" : null;
        var commits = work.HasUnpushedCommits ? "commits that were not pushed" : null;
        return $"its workspace has {string.Join(" and ", new[] { files, commits }.OfType<string>())}";
    }
}
