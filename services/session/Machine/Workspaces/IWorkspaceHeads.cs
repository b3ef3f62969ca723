namespace Athene.Session.Machine.Workspaces;

/// <summary>What worktrees have checked out.</summary>
public interface IWorkspaceHeads
{
    /// <summary>The branch that is checked out in a worktree; null when it is on none, or is no worktree.</summary>
    Task<string?> BranchAsync(string path, CancellationToken cancellationToken);
}
