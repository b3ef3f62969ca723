using Athene.Contracts.Sessions;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Observing;
using Athene.Session.Projects;
using Athene.Session.PullRequests;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Answers questions about sessions, after one look at the machine for all of them.</summary>
public sealed class SessionQueries(ILedger ledger, IProjectCatalog projects, SessionObserver observer, OwnerRepair owners, IRuntime runtime)
{
    /// <summary>The most lines of a screen that one answer holds.</summary>
    public const int MostLines = 50_000;

    private const int DefaultLines = 50;

    public async Task<SessionList> ListAsync(string? projectId, bool all, CancellationToken cancellationToken)
    {
        if (projectId is not null) await projects.GetAsync(projectId, cancellationToken);
        await observer.ObserveAsync(cancellationToken);
        var records = (await ledger.ListProjectsAsync(cancellationToken)).Where(project => projectId is null || project.Id == projectId).ToList();
        var ids = records.SelectMany(project => all ? project.Ended.Concat(project.Live) : project.Live).ToList();
        var sessions = await owners.RepairAsync(await ledger.ListSessionsAsync(ids, cancellationToken), cancellationToken);
        var shown = all ? sessions : [.. sessions.Where(session => !session.Lifecycle.IsTerminal)];
        var hidden = all ? 0 : records.Sum(project => project.Ended.Count) + sessions.Count - shown.Count;
        return new SessionList([.. shown.OrderBy(session => session.CreatedAt).Select(SessionView.Of)], new SessionListMeta(hidden, records.Sum(project => project.ArchivedCount)));
    }

    /// <summary>Sessions of the archive: of each project one page, the newest first.</summary>
    /// <param name="page">0 is the page that was added last, 1 the one before it.</param>
    public async Task<SessionList> ListArchivedAsync(string? projectId, int page, CancellationToken cancellationToken)
    {
        if (projectId is not null) await projects.GetAsync(projectId, cancellationToken);
        var records = (await ledger.ListProjectsAsync(cancellationToken)).Where(project => projectId is null || project.Id == projectId).ToList();
        var ids = new List<string>();
        foreach (var project in records.Where(project => page >= 0 && page < project.ArchivePages))
        {
            var archived = await ledger.ListArchivedAsync(project.Id, project.ArchivePages - 1 - page, cancellationToken);
            // One that was restored is listed with the others again.
            ids.AddRange(archived.Except(project.Live).Except(project.Ended));
        }

        var sessions = await ledger.ListSessionsAsync(ids, cancellationToken);
        return new SessionList([.. sessions.OrderBy(session => session.CreatedAt).Select(SessionView.Of)], new SessionListMeta(0, records.Sum(project => project.ArchivedCount)));
    }

    public async Task<SessionDocument> GetAsync(string sessionId, CancellationToken cancellationToken)
    {
        await observer.ObserveAsync(cancellationToken);
        return SessionView.Of(await FindAsync(sessionId, cancellationToken));
    }

    /// <summary>The last lines of the screen; empty when the session has no terminal any more.</summary>
    public async Task<OutputDocument> OutputAsync(string sessionId, int? lines, CancellationToken cancellationToken)
    {
        var session = await FindAsync(sessionId, cancellationToken);
        var wanted = Math.Clamp(lines ?? DefaultLines, 1, MostLines);
        return new OutputDocument(session.Runtime is null || session.Lifecycle.Session.State is Contracts.Lifecycle.SessionState.Terminated
            ? ""
            : await runtime.OutputAsync(sessionId, wanted, cancellationToken));
    }

    public async Task<AttachDocument> AttachAsync(string sessionId, CancellationToken cancellationToken)
    {
        var session = await FindAsync(sessionId, cancellationToken);
        if (session.Lifecycle.Session.State is Contracts.Lifecycle.SessionState.Terminated) throw SessionErrors.Terminated(sessionId);
        return new AttachDocument((await runtime.AttachAsync(sessionId, cancellationToken)).Command);
    }

    private async Task<SessionRecord> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
}
