namespace Athene.Session.Machine.Workspaces;

/// <summary>
/// Makes a worktree again on the branch that it had, never moving that branch, and brings the rescued files back where they fit
/// (spec sessions.md §1.2, §19).
/// </summary>
internal sealed class WorktreeRestorer(Git git, OriginFetch origin, WorktreeRemover remover, WorkspaceFiles files)
{
    private static readonly TimeSpan BringBackLimit = TimeSpan.FromMinutes(10);

    /// <summary>Fetches what the worktree may have to start from, when its branch is not here any more.</summary>
    public async Task FetchAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        if (await CommitAsync(wanted, $"refs/heads/{wanted.Branch}", cancellationToken) is not null) return;
        await origin.RefreshAsync(wanted.Repository, wanted.Branch, cancellationToken);
        await origin.RefreshAsync(wanted.Repository, wanted.DefaultBranch, cancellationToken);
    }

    public async Task<RestoredWorkspace> RestoreAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        var made = WorktreeMarker.Read(wanted.Path) is { } marker && marker.OperationId == wanted.OperationId
            ? marker.Workspace
            : await MakeAsync(wanted, cancellationToken);
        return new RestoredWorkspace(made.Path, made.Branch, made.BaseSha, await FitAsync(wanted, cancellationToken) is not RescueFit.Elsewhere);
    }

    private async Task<CreatedWorkspace> MakeAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        // What git knows here without our marker is left from a killed attempt; what it does not know may be anybody's.
        if (RepositoryFiles.AdministrativeDirectory(wanted.Path) is null && Directory.Exists(wanted.Path) && Directory.EnumerateFileSystemEntries(wanted.Path).Any())
            throw WorkspaceErrors.Missing(wanted.Path, "what lies there is not a worktree that git knows; move it away, or repair it with 'git worktree repair'");
        // git may only have been slow when it was asked: what lay there then is no remains of this restore.
        if (wanted.Found is not WorkspaceState.Absent) throw WorkspaceErrors.Unreadable(wanted.Path);
        await remover.RequireOwnAsync(wanted.Repository, wanted.Path, cancellationToken);
        await remover.ClearAsync(wanted.Repository, wanted.Path, cancellationToken);
        var (plan, baseSha) = await PlanAsync(wanted, cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(wanted.Path))!);
        var added = await git.WriteAsync(wanted.Repository, plan.Arguments(wanted.Path), cancellationToken);
        if (!added.Succeeded) throw WorkspaceErrors.Missing(wanted.Path, $"it could not be made again on '{wanted.Branch}': {added.Error.Trim()}");
        var unfiltered = await files.FillAsync(wanted.Path, cancellationToken);
        var hook = await files.RunHookAsync(wanted.Path, plan.Tip, cancellationToken);
        if (await FitAsync(wanted, cancellationToken) is RescueFit.OnTop) await BringBackAsync(wanted, cancellationToken);

        var workspace = new CreatedWorkspace(wanted.Path, wanted.Branch, baseSha, $"refs/heads/{wanted.Branch}", plan.How, Caution: Caution.Of(unfiltered, hook));
        // Last: whoever finds the marker finds a whole worktree.
        new WorktreeMarker(wanted.OperationId, workspace).Write();
        return workspace;
    }

    /// <returns>How the branch is checked out, and where its own commits begin.</returns>
    private async Task<(WorktreePlan Plan, string BaseSha)> PlanAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        if (await CommitAsync(wanted, $"refs/heads/{wanted.Branch}", cancellationToken) is { } tip)
            return (WorktreePlan.Attach(wanted.Branch, tip, BranchOrigin.AttachedWithCommits, tip), wanted.BaseSha ?? tip);
        if (await CommitAsync(wanted, $"refs/remotes/origin/{wanted.Branch}", cancellationToken) is { } pushed)
            return (WorktreePlan.New(wanted.Branch, pushed), wanted.BaseSha ?? pushed);
        var start = await CommitAsync(wanted, $"refs/remotes/origin/{wanted.DefaultBranch}", cancellationToken)
            ?? await CommitAsync(wanted, $"refs/heads/{wanted.DefaultBranch}", cancellationToken)
            ?? throw WorkspaceErrors.Missing(wanted.Path, $"neither '{wanted.Branch}' nor '{wanted.DefaultBranch}' is a branch any more");
        return (WorktreePlan.New(wanted.Branch, start), start);
    }

    private async Task<RescueFit> FitAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        if (wanted.RescueRef is null || await CommitAsync(wanted, wanted.RescueRef, cancellationToken) is not { } kept) return RescueFit.Nothing;
        var head = await CommitAsync(wanted, $"refs/heads/{wanted.Branch}", cancellationToken);
        if (kept == head) return RescueFit.Nothing;
        return await CommitAsync(wanted, $"{wanted.RescueRef}^", cancellationToken) == head ? RescueFit.OnTop : RescueFit.Elsewhere;
    }

    private async Task BringBackAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        var restored = await git.WriteWithoutFiltersAsync(
            wanted.Path, ["restore", $"--source={wanted.RescueRef}", "--worktree", "--", "."], cancellationToken, BringBackLimit);
        restored.Result.Require($"bring back the files kept under {wanted.RescueRef}", wanted.Path);
    }

    private async Task<string?> CommitAsync(WorkspaceRestoration wanted, string revision, CancellationToken cancellationToken)
    {
        var found = await git.ReadAsync(wanted.Repository, ["rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}"], cancellationToken);
        return found.Succeeded ? found.Text : null;
    }

    /// <summary>How what was rescued stands to the branch.</summary>
    private enum RescueFit
    {
        /// <summary>There is nothing that the branch does not hold.</summary>
        Nothing,

        /// <summary>The files of a worktree at exactly this commit.</summary>
        OnTop,

        /// <summary>The branch has moved since: only a person can tell what to do with it.</summary>
        Elsewhere,
    }
}
