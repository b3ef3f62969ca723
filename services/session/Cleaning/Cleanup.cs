using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
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

    public async Task<CleanupResult> RunAsync(CleanupRequest request, CancellationToken cancellationToken)
    {
        if (request.Project is not null) await projects.GetAsync(request.Project, cancellationToken);
        var machineAnswered = await observer.ObserveAsync(cancellationToken) is not Look.Unanswered;
        List<string> killed = [];
        List<string> skipped = [];
        List<CleanupFailure> errors = [];
        foreach (var session in await SessionsAsync(request.Project, cancellationToken))
        {
            if (CleanupVerdict.IsProtected(session) || !await probe.IsFinishedAsync(session, machineAnswered, cancellationToken)) skipped.Add(session.Id);
            else if (request.DryRun || await EndAsync(session, request.Purge, errors, cancellationToken)) killed.Add(session.Id);
        }

        return new CleanupResult(killed, skipped, errors);
    }

    // Those that were ended before have nothing left to clean up, and are not told again (W-S12).
    private async Task<IReadOnlyList<SessionRecord>> SessionsAsync(string? projectId, CancellationToken cancellationToken)
    {
        var records = (await ledger.ListProjectsAsync(cancellationToken)).Where(project => projectId is null || project.Id == projectId);
        var sessions = await ledger.ListSessionsAsync([.. records.SelectMany(project => project.Ended.Concat(project.Live))], cancellationToken);
        return [.. sessions.Where(session => !session.Retired).OrderBy(session => session.CreatedAt)];
    }

    private async Task<bool> EndAsync(SessionRecord session, bool purge, List<CleanupFailure> errors, CancellationToken cancellationToken)
    {
        try
        {
            await kills.KillAsync(session.Id, new KillRequest(Reason, purge), cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is AtheneException or InvalidOperationException or HttpRequestException)
        {
            errors.Add(new CleanupFailure(session.Id, failure.Message));
            await ledger.RecordAsync(
                new Happening(
                    EventKinds.CleanupError, $"{session.Id} could not be cleaned up: {failure.Message}", session.ProjectId, session.Id, Levels.Warn,
                    new JsonObject { ["reason"] = failure.Message }),
                cancellationToken);
            return false;
        }
    }
}
