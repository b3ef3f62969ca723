namespace Athene.Session.Machine.Workspaces;

/// <summary>Takes over worktrees that exist. Changes nothing in them and moves no branch.</summary>
public sealed class WorktreeAdoption(TimeProvider time)
{
    private readonly Git git = new(time);

    /// <summary>The worktree that has the branch checked out; null when none has.</summary>
    public async Task<string?> FindAsync(string repository, string branch, CancellationToken cancellationToken)
    {
        var found = await git.ReadAsync(repository, ["for-each-ref", "--format=%(worktreepath)", $"refs/heads/{branch}"], cancellationToken);
        return found.Succeeded && found.Text is { Length: > 0 } path && Directory.Exists(path) ? path : null;
    }

    /// <summary>Notes in the worktree which operation it belongs to from now on.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">It is no worktree any more, or the project has no commits to compare it with.</exception>
    public async Task<CreatedWorkspace> AdoptAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        var listed = await git.ReadAsync(
            request.Repository, RefSnapshot.Query(request.Branch, request.DefaultBranch), cancellationToken);
        listed.Require("read the branches", request.Repository);
        var start = RefSnapshot.Parse(listed.Output, request.DefaultBranch).Base
            ?? throw WorkspaceErrors.BranchNotFound(request.Repository, request.DefaultBranch);
        var fork = await git.ReadAsync(request.Path, ["merge-base", "HEAD", start.Sha], cancellationToken);
        var adopted = new CreatedWorkspace(
            request.Path, request.Branch, fork.Succeeded ? fork.Text : start.Sha, start.Ref, BranchOrigin.Adopted);
        new WorktreeMarker(request.OperationId, adopted).Write();
        return adopted;
    }
}
