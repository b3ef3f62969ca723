namespace Athene.Session.Machine.Workspaces;

/// <summary>Makes a clone again: on the branch as it was rescued, else as it was pushed, with the rescued files where they fit.</summary>
internal sealed class CloneRestorer(Git git, OriginFetch origin, CloneMaker maker, WorkspaceFiles files)
{
    private static readonly TimeSpan BringBackLimit = TimeSpan.FromMinutes(10);

    public async Task<RestoredWorkspace> RestoreAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        if (WorktreeMarker.Read(wanted.Path) is { } made && made.OperationId == wanted.OperationId)
            return new RestoredWorkspace(wanted.Path, made.Workspace.Branch, made.Workspace.BaseSha, await HoldsRescuedAsync(wanted, cancellationToken));
        RequireNothing(wanted.Path);

        var tip = await TipAsync(wanted, cancellationToken);
        var draft = await maker.DraftAsync(wanted.Repository, wanted.Path, wanted.Branch, tip, wanted.DefaultBranch, cancellationToken);
        var unfiltered = await files.FillAsync(draft, cancellationToken);
        var hook = await files.RunHookAsync(draft, tip, cancellationToken);
        if (await RescuedOnTopOfAsync(wanted, tip, cancellationToken) is { } rescued) await BringBackAsync(draft, rescued, cancellationToken);
        var workspace = new CreatedWorkspace(
            wanted.Path, wanted.Branch, wanted.BaseSha ?? tip, $"refs/heads/{wanted.Branch}", BranchOrigin.AttachedWithCommits,
            Caution: Caution.Of(unfiltered, hook));
        new WorktreeMarker(wanted.OperationId, workspace).WriteIn(draft);
        Directory.Move(draft, wanted.Path);
        return new RestoredWorkspace(wanted.Path, wanted.Branch, workspace.BaseSha, await HoldsRescuedAsync(wanted, cancellationToken));
    }

    // An empty directory is nothing to a look, but in the way of the clone.
    private static void RequireNothing(string path)
    {
        if (new DirectoryInfo(path) is { Exists: true, LinkTarget: null } directory && !directory.EnumerateFileSystemInfos().Any()) directory.Delete();
        if (Path.Exists(path)) throw WorkspaceErrors.Missing(path, "what lies there is not the session's clone; move it away");
    }

    private async Task<string> TipAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        if (wanted.RescueRef is { } rescueRef
            && await CommitAsync(wanted.Repository, CloneRescue.BranchRef(rescueRef, wanted.Branch), cancellationToken) is { } rescued) return rescued;
        foreach (var branch in (string[])[wanted.Branch, wanted.DefaultBranch])
        {
            await origin.RefreshAsync(wanted.Repository, branch, cancellationToken);
            if (await CommitAsync(wanted.Repository, $"refs/remotes/origin/{branch}", cancellationToken) is { } pushed) return pushed;
            if (await CommitAsync(wanted.Repository, $"refs/heads/{branch}", cancellationToken) is { } own) return own;
        }

        throw WorkspaceErrors.Missing(wanted.Path, $"neither '{wanted.Branch}' nor '{wanted.DefaultBranch}' is a branch any more");
    }

    private async Task<bool> HoldsRescuedAsync(WorkspaceRestoration wanted, CancellationToken cancellationToken)
    {
        if (wanted.RescueRef is not { } rescueRef || await CommitAsync(wanted.Repository, rescueRef, cancellationToken) is not { } rescued) return true;
        // Only this branch and these files are back; others wait under their refs.
        if (await HasMoreAsync(wanted, rescueRef, cancellationToken)) return false;
        var head = await CommitAsync(wanted.Path, "HEAD", cancellationToken);
        return head == rescued || (head is not null && await RescuedOnTopOfAsync(wanted, head, cancellationToken) is not null);
    }

    private async Task<bool> HasMoreAsync(WorkspaceRestoration wanted, string rescueRef, CancellationToken cancellationToken)
    {
        var kept = await git.ReadAsync(wanted.Repository, ["for-each-ref", "--format=%(refname)", $"{rescueRef}-refs/"], cancellationToken);
        return kept.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Any(name => name != CloneRescue.BranchRef(rescueRef, wanted.Branch));
    }

    private async Task<string?> RescuedOnTopOfAsync(WorkspaceRestoration wanted, string tip, CancellationToken cancellationToken)
    {
        if (wanted.RescueRef is not { } rescueRef) return null;
        return await CommitAsync(wanted.Repository, $"{rescueRef}^", cancellationToken) == tip
            ? await CommitAsync(wanted.Repository, rescueRef, cancellationToken)
            : null;
    }

    private async Task BringBackAsync(string draft, string rescued, CancellationToken cancellationToken) =>
        (await git.WriteWithoutFiltersAsync(draft, ["restore", $"--source={rescued}", "--worktree", "--", "."], cancellationToken, BringBackLimit))
        .Result.Require($"bring back the files kept as {rescued}", draft);

    private async Task<string?> CommitAsync(string repository, string revision, CancellationToken cancellationToken)
    {
        var found = await git.ReadAsync(repository, ["rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}"], cancellationToken);
        return found.Succeeded ? found.Text : null;
    }
}
