using Athene.Configuration;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Projects;
using Athene.Session.Records;

namespace Athene.Session.Workflows.Steps;

/// <summary>What the steps that end a session's workspace have in common.</summary>
public sealed class SessionWorkspace(IWorkspaces workspaces, IProjectCatalog projects, AtheneHome home)
{
    /// <summary>Keeps what removing the worktree would lose; the ref that keeps it, or null when there is nothing.</summary>
    public async Task<string?> KeepWorkAsync(SessionRecord session, string stamp, CancellationToken cancellationToken)
    {
        if (session.WorkspacePath is not { } path) return session.RescueRef;
        var state = await workspaces.LookAsync(path, cancellationToken);
        if (state is WorkspaceState.Absent) return session.RescueRef;
        // git may only have been slow, or its files broken by the agent: those of the session are there, and would be deleted next.
        // Where nothing is ever removed, nothing can be lost.
        if (state is WorkspaceState.Unknown) return MayRemove(session, path) ? throw WorkspaceErrors.Unreadable(path) : session.RescueRef;
        var project = await projects.FindAsync(session.ProjectId, cancellationToken);
        return await workspaces.KeepWorkAsync(
            new KeepWorkRequest(session.Id, stamp, session.ProjectPath, path, project?.DefaultBranch ?? "main", session.BaseCommit), cancellationToken)
            ?? session.RescueRef;
    }

    /// <summary>Removes the worktree, if it lies where Athene may remove one (spec sessions.md §15.1); any other is left alone.</summary>
    /// <param name="deleteBranch">A branch that goes with it, provided that it has no commits of its own.</param>
    public async Task RemoveAsync(SessionRecord session, string? deleteBranch, CancellationToken cancellationToken)
    {
        var path = session.WorkspacePath ?? home.WorkspacePath(session.WorkspaceKind, session.ProjectId, session.Id);
        if (!MayRemove(session, path)) return;
        await workspaces.RemoveAsync(
            new WorkspaceRemoval(session.ProjectPath, path, RootsOf(session), deleteBranch, session.BaseCommit) { Kind = session.WorkspaceKind },
            cancellationToken);
    }

    private bool MayRemove(SessionRecord session, string path) => ManagedPaths.MayRemove(path, session.ProjectPath, RootsOf(session));

    private IReadOnlyList<string> RootsOf(SessionRecord session) => ManagedPaths.Roots(
        [home.WorktreesDirectory(session.ProjectId), home.ClonesDirectory(session.ProjectId)],
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        session.ProjectId,
        session.ProjectPath);
}
