using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Finds a worktree that a new session may take over: one where Athene keeps worktrees, which no live session works in.</summary>
public sealed class AdoptableWorkspaces(WorktreeAdoption worktrees, ILedger ledger, AtheneHome home)
{
    /// <summary>The worktree of the branch, or null when there is none that may be taken over.</summary>
    public async Task<string?> FindAsync(ProjectConfiguration project, string branch, CancellationToken cancellationToken)
    {
        if (await worktrees.FindAsync(project.Path, branch, cancellationToken) is not { } path) return null;
        var roots = ManagedPaths.Roots(
            [home.WorktreesDirectory(project.Id)], Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), project.Id, project.Path);
        return ManagedPaths.MayRemove(path, project.Path, roots) && !await IsInUseAsync(project.Id, path, cancellationToken) ? path : null;
    }

    private async Task<bool> IsInUseAsync(string projectId, string path, CancellationToken cancellationToken)
    {
        var live = (await ledger.FindProjectAsync(projectId, cancellationToken))?.Live ?? [];
        return (await ledger.ListSessionsAsync(live, cancellationToken)).Any(session => session.WorkspacePath == path);
    }
}
