namespace Athene.Session.Machine.Workspaces;

/// <summary>Workspaces as repositories of their own.</summary>
public sealed class GitClones
{
    private const int LongestHead = 4096;

    private readonly RepositoryGates gates = new();
    private readonly Git git;
    private readonly OriginFetch origin;
    private readonly BranchPlanner planner;
    private readonly CloneMaker maker;
    private readonly CloneRestorer restorer;
    private readonly CloneRescue rescue;
    private readonly WorkspaceFiles files;

    /// <param name="hookLimit">How long a hook may take.</param>
    public GitClones(TimeProvider time, TimeSpan? hookLimit = null)
    {
        git = new Git(time);
        origin = new OriginFetch(git);
        planner = new BranchPlanner(git);
        maker = new CloneMaker(git);
        files = new WorkspaceFiles(git, hookLimit);
        restorer = new CloneRestorer(git, origin, maker, files);
        rescue = new CloneRescue(git, new Rescue(git));
    }

    public async Task<CreatedWorkspace> CreateAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        BranchPlanner.RequireSafe(request);
        if (WorktreeMarker.Find(request) is { } finished) return finished;
        // A clone of ours comes to its place whole, so this is somebody else's.
        if (Path.Exists(request.Path)) throw WorkspaceErrors.Foreign(request.Path);

        var stale = await origin.RefreshAsync(request.Repository, request.DefaultBranch, cancellationToken);
        var (plan, draft) = await DraftAsync(request, cancellationToken);
        var unfiltered = await files.FillAsync(draft, cancellationToken);
        var hook = await files.RunHookAsync(draft, plan.Tip, cancellationToken);
        var workspace = new CreatedWorkspace(request.Path, plan.Branch, plan.BaseSha, plan.BaseRef, plan.How, stale, Caution.Of(unfiltered, hook));
        new WorktreeMarker(request.OperationId, workspace).WriteIn(draft);
        Directory.Move(draft, request.Path);
        return workspace;
    }

    public Task<RestoredWorkspace> RestoreAsync(WorkspaceRestoration request, CancellationToken cancellationToken) =>
        restorer.RestoreAsync(request, cancellationToken);

    public Task<string?> KeepWorkAsync(KeepWorkRequest request, CancellationToken cancellationToken) => rescue.KeepAsync(request, cancellationToken);

    public RemovedWorkspace Remove(WorkspaceRemoval removal)
    {
        WorktreeRemover.RequireManaged(removal);
        var existed = Directory.Exists(removal.Path);
        foreach (var directory in (string[])[CloneMaker.DraftOf(removal.Path), removal.Path])
        {
            if (Directory.Exists(directory)) Directories.Delete(directory);
        }

        return new RemovedWorkspace(existed, BranchDeleted: false);
    }

    // One at a time for a repository: two clones must not both find a branch free.
    private async Task<(WorktreePlan Plan, string Draft)> DraftAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        using var turn = await gates.EnterAsync(request.Repository, cancellationToken);
        var plan = await planner.PlanAsync(request, BranchesOfClones(request.Path), cancellationToken);
        var draft = await maker.DraftAsync(request.Repository, request.Path, plan.Branch, plan.Tip, request.DefaultBranch, cancellationToken);
        return (plan, draft);
    }

    /// <summary>The branches that the project's other clones are on.</summary>
    private static HashSet<string> BranchesOfClones(string path)
    {
        const string start = "ref: refs/heads/";
        var parent = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(parent)) return [];
        return
        [
            .. Directory.EnumerateDirectories(parent)
                .Where(directory => directory != CloneMaker.DraftOf(path))
                .Select(directory => HeadOf(Path.Combine(directory, ".git", "HEAD")))
                .Where(head => head.StartsWith(start, StringComparison.Ordinal))
                .Select(head => head[start.Length..]),
        ];
    }

    // The clones are other agents' own, and may be removed at this moment: what one of them is like must not stop a spawn.
    private static string HeadOf(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, LinkTarget: null, Length: > 0 and < LongestHead } ? File.ReadAllText(file).Trim() : "";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
