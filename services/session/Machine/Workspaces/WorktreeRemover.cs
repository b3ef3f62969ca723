using System.Text.Json;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Removes worktrees: by git, and by hand where git cannot.</summary>
internal sealed class WorktreeRemover(Git git)
{
    private static readonly TimeSpan RemoveLimit = TimeSpan.FromMinutes(5);

    public async Task<RemovedWorkspace> RemoveAsync(WorkspaceRemoval removal, CancellationToken cancellationToken)
    {
        RequireManaged(removal);
        var existed = Path.Exists(removal.Path);
        var informed = Informed(removal);
        var fellBack = await ClearAsync(removal.Repository, removal.Path, cancellationToken);
        var deleted = await DeleteBranchAsync(informed, cancellationToken);
        return new RemovedWorkspace(existed, deleted, fellBack);
    }

    // The removal with what the worktree itself knows of its branch: the crash that made somebody undo may have come before they noted where
    // the branch started. An agent may have written over it: a branch that is not known to be new stays.
    private static WorkspaceRemoval Informed(WorkspaceRemoval removal)
    {
        try
        {
            return WorktreeMarker.Read(removal.Path) switch
            {
                null => removal,
                { Workspace: { BranchIsNew: true } made } => removal with { BaseSha = removal.BaseSha ?? made.BaseSha },
                _ => removal with { DeleteBranch = null },
            };
        }
        catch (JsonException)
        {
            return removal with { DeleteBranch = null };
        }
    }

    /// <summary>Frees a path and its registration; returns what git said when the directory had to be deleted without it.</summary>
    public async Task<string?> ClearAsync(string repository, string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            // Twice --force: also one that is locked, as a half-made worktree is.
            var removed = await git.WriteAsync(repository, ["worktree", "remove", "--force", "--force", path], cancellationToken, RemoveLimit);
            if (removed.Succeeded && !Directory.Exists(path)) return null;
            Directories.Delete(path);
            await PruneAsync(repository, path, cancellationToken);
            return removed.Error.Trim();
        }

        if (File.Exists(path)) File.Delete(path);
        await PruneAsync(repository, path, cancellationToken);
        return null;
    }

    private async Task PruneAsync(string repository, string path, CancellationToken cancellationToken)
    {
        await git.WriteAsync(repository, ["worktree", "unlock", path], cancellationToken);
        await git.RepeatableAsync(repository, ["worktree", "prune"], cancellationToken);
    }

    // With the expected old value git deletes the branch only if nobody committed to it in the meantime.
    private async Task<bool> DeleteBranchAsync(WorkspaceRemoval removal, CancellationToken cancellationToken)
    {
        if (removal is not { DeleteBranch: { } branch, BaseSha: { } baseSha }) return false;
        var elsewhere = await git.ReadAsync(removal.Repository, ["for-each-ref", "--format=%(worktreepath)", $"refs/heads/{branch}"], cancellationToken);
        if (!elsewhere.Succeeded || elsewhere.Text.Length > 0) return false;
        var deleted = await git.WriteAsync(removal.Repository, ["update-ref", "-d", $"refs/heads/{branch}", baseSha], cancellationToken);
        return deleted.Succeeded;
    }

    /// <summary>Refuses a path that holds a repository, or a worktree of one, that is not this one: it is not ours to clear.</summary>
    public async Task RequireOwnAsync(string repository, string path, CancellationToken cancellationToken)
    {
        if (RepositoryFiles.AdministrativeDirectory(path) is null) return;
        string[] question = ["rev-parse", "--path-format=absolute", "--git-common-dir"];
        var there = await git.ReadAsync(path, question, cancellationToken);
        var own = await git.ReadAsync(repository, question, cancellationToken);
        if (there.Succeeded && there.Output != own.Output) throw WorkspaceErrors.Foreign(path);
    }

    public static void RequireManaged(WorkspaceRemoval removal)
    {
        if (!ManagedPaths.MayRemove(removal.Path, removal.Repository, removal.ManagedRoots))
            throw WorkspaceErrors.NotManaged(removal.Path);
        // A link in place of the worktree leads to somebody else's directory.
        if (new DirectoryInfo(removal.Path) is { Exists: true, LinkTarget: not null })
            throw WorkspaceErrors.NotManaged(removal.Path);
    }
}
