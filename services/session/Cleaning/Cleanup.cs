using System.Text.Json.Nodes;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Observing;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Cleaning;

/// <summary>
/// Ends the sessions that are finished (spec sessions.md §16), each by an ordinary kill, which keeps its work first. One that dies half-way leaves
/// kills that go on; another finds only what is left.
/// </summary>
public sealed class Cleanup(ILedger ledger, IProjectCatalog projects, SessionObserver observer, CleanupProbe probe, KillIntake kills)
{
    private const string Reason = "auto_cleanup";

    /// <summary>Sessions that are looked at, and ended, at the same time.</summary>
    private const int AtOnce = 4;

    public async Task<CleanupResult> RunAsync(CleanupRequest request, CancellationToken cancellationToken)
    {
        if (request.Project is not null) await projects.GetAsync(request.Project, cancellationToken);
        var machineAnswered = await observer.ObserveAsync(cancellationToken) is not Look.Unanswered;
        var sessions = await SessionsAsync(request.Project, cancellationToken);
        var outcomes = new Outcome[sessions.Count];
        await Parallel.ForEachAsync(
            sessions.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (entry, token) => outcomes[entry.Index] = await CleanAsync(entry.Item, request, machineAnswered, token));
        return new CleanupResult(
            [.. outcomes.Where(outcome => outcome is { Ended: true }).Select(outcome => outcome.SessionId)],
            [.. outcomes.Where(outcome => outcome is { Ended: false, Error: null }).Select(outcome => outcome.SessionId)],
            [.. outcomes.Where(outcome => outcome.Error is not null).Select(outcome => new CleanupFailure(outcome.SessionId, outcome.Error!))]);
    }

    private async Task<Outcome> CleanAsync(SessionRecord session, CleanupRequest request, bool machineAnswered, CancellationToken cancellationToken)
    {
        if (CleanupVerdict.IsProtected(session) || !await probe.IsFinishedAsync(session, machineAnswered, cancellationToken))
            return new Outcome(session.Id, Ended: false);
        if (request.DryRun) return new Outcome(session.Id, Ended: true);
        // Asking took its time: somebody may have restored it meanwhile.
        var now = await ledger.FindSessionAsync(session.Id, cancellationToken);
        return now is null || now.RestoredAt != session.RestoredAt || CleanupVerdict.IsProtected(now)
            ? new Outcome(session.Id, Ended: false)
            : await EndAsync(session, request.Purge, cancellationToken);
    }

    // Those that were ended before have nothing left to clean up, and are not told again (W-S12).
    private async Task<IReadOnlyList<SessionRecord>> SessionsAsync(string? projectId, CancellationToken cancellationToken)
    {
        var records = (await ledger.ListProjectsAsync(cancellationToken)).Where(project => projectId is null || project.Id == projectId);
        var sessions = await ledger.ListSessionsAsync([.. records.SelectMany(project => project.Ended.Concat(project.Live))], cancellationToken);
        return [.. sessions.Where(session => !session.Retired).OrderBy(session => session.CreatedAt)];
    }

    private async Task<Outcome> EndAsync(SessionRecord session, bool purge, CancellationToken cancellationToken)
    {
        try
        {
            await kills.KillAsync(session.Id, new KillRequest(Reason, purge), cancellationToken);
            return new Outcome(session.Id, Ended: true);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await ledger.RecordAsync(
                new Happening(
                    EventKinds.CleanupError, $"{session.Id} could not be cleaned up: {failure.Message}", session.ProjectId, session.Id, Levels.Warn,
                    new JsonObject { ["reason"] = failure.Message }),
                cancellationToken);
            return new Outcome(session.Id, Ended: false, failure.Message);
        }
    }

    /// <summary>What became, or with a dry run would become, of one session.</summary>
    private sealed record Outcome(string SessionId, bool Ended, string? Error = null);
}
