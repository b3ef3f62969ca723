using Athene.Configuration.Projects;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Both kinds of workspace as one: a new one is of the kind that its request names, and one that exists is treated as what it is.</summary>
public sealed class WorkspaceChoice(GitWorktrees worktrees, GitClones clones) : IWorkspaces
{
    public Task<CreatedWorkspace> CreateAsync(WorkspaceRequest request, CancellationToken cancellationToken) => request.Kind switch
    {
        WorkspaceNames.Worktree => worktrees.CreateAsync(request, cancellationToken),
        WorkspaceNames.Clone => clones.CreateAsync(request, cancellationToken),
        _ => throw WorkspaceErrors.UnknownKind(request.Kind),
    };

    public Task<RestoredWorkspace> RestoreAsync(WorkspaceRestoration request, CancellationToken cancellationToken) => request.Kind switch
    {
        WorkspaceNames.Worktree => worktrees.RestoreAsync(request, cancellationToken),
        WorkspaceNames.Clone => clones.RestoreAsync(request, cancellationToken),
        _ => throw WorkspaceErrors.UnknownKind(request.Kind),
    };

    public Task PostCreateAsync(string repository, string path, PostCreateRules rules, CancellationToken cancellationToken) =>
        worktrees.PostCreateAsync(repository, path, rules, cancellationToken);

    public Task<WorkspaceState> LookAsync(string path, CancellationToken cancellationToken) => worktrees.LookAsync(path, cancellationToken);

    public Task<WorkInProgress> WorkInProgressAsync(string path, string? baseSha, CancellationToken cancellationToken) =>
        worktrees.WorkInProgressAsync(path, baseSha, cancellationToken);

    public Task<bool> ExistsAsync(string path, CancellationToken cancellationToken) => worktrees.ExistsAsync(path, cancellationToken);

    public Task<IReadOnlyList<int>> RemoteSessionNumbersAsync(string repository, string prefix, CancellationToken cancellationToken) =>
        worktrees.RemoteSessionNumbersAsync(repository, prefix, cancellationToken);

    public Task<string?> KeepWorkAsync(KeepWorkRequest request, CancellationToken cancellationToken) => HasOwnRepository(request.Path)
        ? clones.KeepWorkAsync(request, cancellationToken)
        : worktrees.KeepWorkAsync(request, cancellationToken);

    public async Task<RemovedWorkspace> RemoveAsync(WorkspaceRemoval removal, CancellationToken cancellationToken) =>
        removal.Kind is WorkspaceNames.Clone ? clones.Remove(removal) : await worktrees.RemoveAsync(removal, cancellationToken);

    // Also in place of a worktree: an agent may have made a repository of its own there.
    private static bool HasOwnRepository(string path) => Directory.Exists(Path.Combine(path, ".git"));
}
