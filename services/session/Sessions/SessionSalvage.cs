using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Projects;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>
/// Gives a session whose record cannot be read a new one, made of what its project and the machine know, so that it can be ended like any
/// other. The old bytes are kept aside (acceptance case 41).
/// </summary>
public sealed class SessionSalvage(ILedger ledger, IProjectCatalog projects, IRuntime runtime, MachineName machine, AtheneHome home)
{
    private const string UnknownAgent = "unknown";

    /// <summary>The session as it can be told now; null when no project knows it as a live one.</summary>
    public async Task<SessionRecord?> TryAsync(string sessionId, CancellationToken cancellationToken)
    {
        var owner = (await ledger.ListProjectsAsync(cancellationToken)).FirstOrDefault(record => record.Live.Contains(sessionId));
        if (owner is null || await projects.FindAsync(owner.Id, cancellationToken) is not { } project) return null;
        var pane = await runtime.FindAsync(sessionId, cancellationToken);
        return await ledger.WriteAsync(
            owner.Id, sessionId, draft => draft.Session ??= Rebuild(sessionId, owner, project, pane?.Runtime ?? RuntimeNames.Tmux, draft.Now), cancellationToken);
    }

    private SessionRecord Rebuild(string sessionId, ProjectRecord owner, ProjectConfiguration project, string runtimeName, DateTimeOffset now) => new()
    {
        Id = sessionId,
        Kind = SessionNames.KindOf(project.SessionPrefix, sessionId),
        ProjectId = owner.Id,
        OperationId = owner.Reservations.FirstOrDefault(held => held.Value == sessionId).Key ?? $"salvage-{sessionId}",
        Lifecycle = LifecycleDocument.Requested(now).To(SessionState.Detecting, SessionReason.ProbeFailure, now),
        Agent = UnknownAgent,
        Machine = machine.Value,
        ProjectPath = project.Path,
        RuntimeName = runtimeName,
        WorkspaceKind = KindOf(owner.Id, sessionId),
        WorkspacePath = home.WorkspacePath(KindOf(owner.Id, sessionId), owner.Id, sessionId),
        Runtime = new RuntimeDocument(runtimeName, sessionId),
        CreatedAt = now,
        LastActivityAt = now,
    };

    private string KindOf(string projectId, string sessionId) =>
        Directory.Exists(home.WorkspacePath(WorkspaceNames.Clone, projectId, sessionId)) ? WorkspaceNames.Clone : WorkspaceNames.Worktree;
}
