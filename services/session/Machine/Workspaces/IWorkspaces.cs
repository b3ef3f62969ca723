using Athene.Contracts.Errors;

namespace Athene.Session.Machine.Workspaces;

/// <summary>
/// The worktrees of this machine. Every operation may be repeated after a crash at any instant and ends in the same state;
/// none moves a branch or drops a commit. Errors are <see cref="AtheneException"/> with types of <see cref="ErrorTypes"/>.
/// </summary>
public interface IWorkspaces
{
    /// <summary>Makes a worktree with the branch checked out, or finds the one that the same operation made before.</summary>
    Task<CreatedWorkspace> CreateAsync(WorkspaceRequest request, CancellationToken cancellationToken);

    /// <summary>Runs the project's rules for new worktrees: links, then commands.</summary>
    Task PostCreateAsync(string repository, string path, PostCreateRules rules, CancellationToken cancellationToken);

    /// <summary>What lies at a workspace's path.</summary>
    Task<WorkspaceState> LookAsync(string path, CancellationToken cancellationToken);

    /// <summary>Makes a workspace again on the branch that it had, with the files that were rescued from it when they still fit.</summary>
    Task<RestoredWorkspace> RestoreAsync(WorkspaceRestoration request, CancellationToken cancellationToken);

    /// <summary>What a workspace holds beyond the base of its branch.</summary>
    Task<WorkInProgress> WorkInProgressAsync(string path, string? baseSha, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(string path, CancellationToken cancellationToken);

    /// <summary>The numbers N of branches <c>session/&lt;prefix&gt;-N</c> on origin; empty when origin does not answer in time.</summary>
    Task<IReadOnlyList<int>> RemoteSessionNumbersAsync(string repository, string prefix, CancellationToken cancellationToken);

    /// <summary>
    /// Puts uncommitted and untracked files and unpushed commits under a rescue ref, without touching the index or the branch.
    /// Returns the ref, or null when there is nothing that removal would lose.
    /// </summary>
    Task<string?> KeepWorkAsync(KeepWorkRequest request, CancellationToken cancellationToken);

    /// <summary>Removes a worktree; one that is gone already is no error. Says how the branch fared.</summary>
    Task<RemovedWorkspace> RemoveAsync(WorkspaceRemoval removal, CancellationToken cancellationToken);
}
