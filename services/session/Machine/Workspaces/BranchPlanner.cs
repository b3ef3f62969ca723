using Athene.Contracts.Errors;
using Athene.Session.Prompts;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Settles which branch a new workspace gets, and from where (spec sessions.md §1.2, W-S1).</summary>
internal sealed class BranchPlanner(Git git)
{
    public static void RequireSafe(WorkspaceRequest request)
    {
        if (!BranchName.IsGitSafe(request.Branch)) throw WorkspaceErrors.UnsafeBranch(request.Branch);
        if (!BranchName.IsGitSafe(request.DefaultBranch)) throw WorkspaceErrors.UnsafeBranch(request.DefaultBranch);
    }

    /// <param name="busyElsewhere">Branches that are in work where the repository does not know of it.</param>
    public async Task<WorktreePlan> PlanAsync(
        WorkspaceRequest request, IReadOnlySet<string> busyElsewhere, CancellationToken cancellationToken)
    {
        var refs = await ReadRefsAsync(request, cancellationToken);
        var start = refs.Base ?? throw await NoBaseAsync(request, cancellationToken);
        var plan = busyElsewhere.Contains(request.Branch)
            ? WorktreePlan.New(refs.FreeSuffix(request.Branch, busyElsewhere), start.Sha, BranchOrigin.CreatedWithSuffix)
            : await PlanAsync(request, refs, start.Sha, cancellationToken);
        return plan with { BaseRef = start.Ref };
    }

    private async Task<RefSnapshot> ReadRefsAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        var query = RefSnapshot.Query(request.Branch, request.DefaultBranch);
        var listed = await git.ReadAsync(request.Repository, query, cancellationToken);
        if (!listed.Succeeded && RepositoryFiles.CommonDirectory(request.Repository) is null)
            throw WorkspaceErrors.NotARepository(request.Repository);
        listed.Require("read the branches", request.Repository);
        return RefSnapshot.Parse(listed.Output, request.DefaultBranch);
    }

    private async Task<WorktreePlan> PlanAsync(
        WorkspaceRequest request, RefSnapshot refs, string baseSha, CancellationToken cancellationToken)
    {
        if (refs.Tip(request.Branch) is not { } tip) return WorktreePlan.New(request.Branch, baseSha);
        if (refs.IsCheckedOut(request.Branch)) return await BusyAsync(request, refs, baseSha, cancellationToken);
        var empty = IsOwn(request) ? BranchOrigin.CreatedBefore : BranchOrigin.AttachedEmpty;
        if (tip == baseSha) return WorktreePlan.Attach(request.Branch, tip, empty, tip);
        var fork = await git.ReadAsync(request.Repository, ["merge-base", tip, baseSha], cancellationToken);
        return fork.Succeeded && fork.Text == tip
            ? WorktreePlan.Attach(request.Branch, tip, empty, tip)
            : WorktreePlan.Attach(request.Branch, fork.Succeeded ? fork.Text : baseSha, BranchOrigin.AttachedWithCommits, tip);
    }

    // Numbers are never given twice: nobody else has made a branch of this session's name.
    private static bool IsOwn(WorkspaceRequest request) => request.Branch == $"session/{Path.GetFileName(request.Path)}";

    private async Task<WorktreePlan> BusyAsync(
        WorkspaceRequest request, RefSnapshot refs, string baseSha, CancellationToken cancellationToken)
    {
        // A worktree whose directory was deleted by hand still holds its branch until it is pruned.
        await git.RepeatableAsync(request.Repository, ["worktree", "prune"], cancellationToken);
        var again = await ReadRefsAsync(request, cancellationToken);
        return again.IsCheckedOut(request.Branch)
            ? WorktreePlan.New(refs.FreeSuffix(request.Branch), baseSha, BranchOrigin.CreatedWithSuffix)
            : await PlanAsync(request, again, baseSha, cancellationToken);
    }

    private async Task<AtheneException> NoBaseAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        var any = await git.ReadAsync(request.Repository, ["rev-list", "-1", "--all"], cancellationToken);
        return any.Text.Length == 0
            ? WorkspaceErrors.WithoutCommits(request.Repository)
            : WorkspaceErrors.BranchNotFound(request.Repository, request.DefaultBranch);
    }
}
