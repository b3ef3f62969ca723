namespace Athene.Session.Machine.Workspaces;

/// <summary>Workspaces as worktrees of the project's own repository.</summary>
public sealed class GitWorktrees : IWorkspaces
{
    private readonly RepositoryGates gates = new();
    private readonly Git git;
    private readonly OriginFetch origin;
    private readonly BranchPlanner planner;
    private readonly WorkspaceFiles files;
    private readonly WorktreeRemover remover;
    private readonly Rescue rescue;
    private readonly PostCreate postCreate;
    private readonly WorktreeRestorer restorer;
    private readonly WorkReader work;

    /// <param name="hookLimit">How long a hook of the repository may take.</param>
    public GitWorktrees(TimeProvider time, TimeSpan? hookLimit = null)
    {
        git = new Git(time);
        origin = new OriginFetch(git);
        planner = new BranchPlanner(git);
        files = new WorkspaceFiles(git, hookLimit);
        remover = new WorktreeRemover(git);
        rescue = new Rescue(git);
        postCreate = new PostCreate(time);
        restorer = new WorktreeRestorer(git, origin, remover, files);
        work = new WorkReader(git);
    }

    public async Task<CreatedWorkspace> CreateAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        BranchPlanner.RequireSafe(request);
        if (WorktreeMarker.Find(request) is { } finished) return finished;

        var stale = await origin.RefreshAsync(request.Repository, request.DefaultBranch, cancellationToken);
        var plan = await AddAsync(request, cancellationToken);
        if (plan is null) return WorktreeMarker.Find(request)!;
        var unfiltered = await files.FillAsync(request.Path, cancellationToken);
        var hook = await files.RunHookAsync(request.Path, plan.Tip, cancellationToken);

        var workspace = new CreatedWorkspace(request.Path, plan.Branch, plan.BaseSha, plan.BaseRef, plan.How, stale, Caution.Of(unfiltered, hook));
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
        await restorer.FetchAsync(request, cancellationToken);
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

    // Null: the same operation has made it meanwhile.
    private async Task<WorktreePlan?> AddAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        using var turn = await gates.EnterAsync(request.Repository, cancellationToken);
        if (WorktreeMarker.Find(request) is not null) return null;
        await remover.RequireOwnAsync(request.Repository, request.Path, cancellationToken);
        // No agent ever runs in a worktree without its marker: what lies there is left from a killed attempt.
        if (Path.Exists(request.Path)) await remover.ClearAsync(request.Repository, request.Path, cancellationToken);
        var plan = await planner.PlanAsync(request, new HashSet<string>(), cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.Path))!);
        var added = await git.WriteAsync(request.Repository, plan.Arguments(request.Path), cancellationToken);
        if (added.MetStaleRegistration)
        {
            await remover.ClearAsync(request.Repository, request.Path, cancellationToken);
            // git made the branch before it saw that.
            if (plan.IsNew) await git.WriteAsync(request.Repository, ["update-ref", "-d", $"refs/heads/{plan.Branch}", plan.BaseSha], cancellationToken);
            added = await git.WriteAsync(request.Repository, plan.Arguments(request.Path), cancellationToken);
        }

        added.Require($"make the worktree '{request.Path}' on branch '{plan.Branch}'", request.Repository);
        return plan;
    }
}
