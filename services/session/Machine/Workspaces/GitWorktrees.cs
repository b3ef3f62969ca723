using Athene.Contracts.Errors;
using Athene.Session.Prompts;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Workspaces as worktrees of the project's own repository.</summary>
public sealed class GitWorktrees : IWorkspaces
{
    private readonly RepositoryGates gates = new();
    private readonly Git git;
    private readonly OriginFetch origin;
    private readonly WorktreeRemover remover;
    private readonly Rescue rescue;
    private readonly PostCreate postCreate;
    private readonly WorktreeRestorer restorer;
    private readonly WorkReader work;

    public GitWorktrees(TimeProvider time)
    {
        git = new Git(time);
        origin = new OriginFetch(git);
        remover = new WorktreeRemover(git);
        rescue = new Rescue(git);
        postCreate = new PostCreate(time);
        restorer = new WorktreeRestorer(git, origin, remover);
        work = new WorkReader(git);
    }

    public async Task<CreatedWorkspace> CreateAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        if (!BranchName.IsGitSafe(request.Branch)) throw WorkspaceErrors.UnsafeBranch(request.Branch);
        if (!BranchName.IsGitSafe(request.DefaultBranch)) throw WorkspaceErrors.UnsafeBranch(request.DefaultBranch);
        if (WorktreeMarker.Find(request) is { } finished) return finished;

        var stale = await origin.RefreshAsync(request.Repository, request.DefaultBranch, cancellationToken);
        using var turn = await gates.EnterAsync(request.Repository, cancellationToken);
        if (WorktreeMarker.Find(request) is { } meanwhile) return meanwhile;
        // No agent ever runs in a worktree without its marker: what lies there is left from a killed attempt.
        if (Path.Exists(request.Path)) await remover.ClearAsync(request.Repository, request.Path, cancellationToken);
        var refs = await ReadRefsAsync(request, cancellationToken);
        var start = refs.Base ?? throw await NoBaseAsync(request, cancellationToken);
        var plan = await PlanAsync(request, refs, start.Sha, cancellationToken);

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.Path))!);
        var added = await git.WriteAsync(request.Repository, plan.Arguments(request.Path), cancellationToken);
        added.Require($"make the worktree '{request.Path}' on branch '{plan.Branch}'", request.Repository);

        var workspace = new CreatedWorkspace(request.Path, plan.Branch, plan.BaseSha, start.Ref, plan.How, stale);
        new WorktreeMarker(request.OperationId, workspace).Write();
        return workspace;
    }

    public Task PostCreateAsync(string repository, string path, PostCreateRules rules, CancellationToken cancellationToken) =>
        postCreate.RunAsync(repository, path, rules, cancellationToken);

    public async Task<WorkspaceState> LookAsync(string path, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(path, cancellationToken)) return WorkspaceState.Present;
        return Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() ? WorkspaceState.Unknown : WorkspaceState.Absent;
    }

    public async Task<RestoredWorkspace> RestoreAsync(WorkspaceRestoration request, CancellationToken cancellationToken)
    {
        using var turn = await gates.EnterAsync(request.Repository, cancellationToken);
        return await restorer.RestoreAsync(request, cancellationToken);
    }

    public Task<WorkInProgress> WorkInProgressAsync(string path, string? baseSha, CancellationToken cancellationToken) =>
        work.ReadAsync(path, baseSha, cancellationToken);

    public async Task<bool> ExistsAsync(string path, CancellationToken cancellationToken) =>
        RepositoryFiles.AdministrativeDirectory(path) is not null
        && (await git.ReadAsync(path, ["rev-parse", "--is-inside-work-tree"], cancellationToken)).Succeeded;

    public async Task<IReadOnlyList<int>> RemoteSessionNumbersAsync(
        string repository, string prefix, CancellationToken cancellationToken)
    {
        if (!RepositoryFiles.HasOrigin(repository)) return [];
        var heads = await git.ReadAsync(
            repository,
            ["ls-remote", "--heads", "origin", $"session/{MachineId.Require(prefix)}-*"],
            cancellationToken,
            TimeSpan.FromSeconds(5));
        return heads.Succeeded ? RemoteSessions.Numbers(heads.Output, prefix) : [];
    }

    public Task<string?> KeepWorkAsync(KeepWorkRequest request, CancellationToken cancellationToken) =>
        rescue.KeepAsync(request, cancellationToken);

    public async Task<RemovedWorkspace> RemoveAsync(WorkspaceRemoval removal, CancellationToken cancellationToken)
    {
        using var turn = await gates.EnterAsync(removal.Repository, cancellationToken);
        return await remover.RemoveAsync(removal, cancellationToken);
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
        if (tip == baseSha) return WorktreePlan.Attach(request.Branch, tip, BranchOrigin.AttachedEmpty);
        var fork = await git.ReadAsync(request.Repository, ["merge-base", tip, baseSha], cancellationToken);
        return fork.Succeeded && fork.Text == tip
            ? WorktreePlan.Attach(request.Branch, tip, BranchOrigin.AttachedEmpty)
            : WorktreePlan.Attach(request.Branch, fork.Succeeded ? fork.Text : baseSha, BranchOrigin.AttachedWithCommits);
    }

    private async Task<WorktreePlan> BusyAsync(
        WorkspaceRequest request, RefSnapshot refs, string baseSha, CancellationToken cancellationToken)
    {
        // A worktree whose directory was deleted by hand still holds its branch until it is pruned.
        await git.WriteAsync(request.Repository, ["worktree", "prune"], cancellationToken);
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
