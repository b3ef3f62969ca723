namespace Athene.Session.Machine.Workspaces;

/// <summary>
/// Brings what only a clone holds into the project's own repository, never to origin: the rescue ref keeps the files and HEAD, the refs below
/// "<c>rescueRef</c>-refs/" the branches and the stash as they were.
/// </summary>
internal sealed class CloneRescue(Git git, Rescue rescue)
{
    private const string Work = "refs/athene/keep/work";
    private const string Stash = "refs/athene/keep/stash";

    // A glob, since a name that is not there is an error; without a bracket git would look below it.
    private const string Stashes = "--glob=refs/stas[h]";

    private static readonly TimeSpan FetchLimit = TimeSpan.FromMinutes(5);

    /// <summary>Where a rescue keeps the branch as it was in the clone.</summary>
    public static string BranchRef(string rescueRef, string branch) => $"{rescueRef}-refs/heads/{branch}";

    public async Task<string?> KeepAsync(KeepWorkRequest request, CancellationToken cancellationToken)
    {
        var rescueRef = request.RescueRef;
        if (RepositoryFiles.CommonDirectory(request.Repository) is null) return null;
        if ((await git.ReadAsync(request.Repository, ["rev-parse", "--verify", "--quiet", rescueRef], cancellationToken)).Succeeded) return rescueRef;
        if (RepositoryFiles.AdministrativeDirectory(request.Path) is not { } administrative) return null;

        var files = await rescue.CollectAsync(request, administrative, cancellationToken);
        var own = await OwnCommitAsync(request, cancellationToken);
        if ((files ?? own) is null) return null;
        var head = await git.ReadAsync(request.Path, ["rev-parse", "--verify", "--quiet", "HEAD"], cancellationToken);
        await PointAsync(request.Path, Work, files ?? (head.Succeeded ? head.Text : own!), cancellationToken);
        var hasStash = await KeepStashAsync(request, cancellationToken);

        LfsObjects.Copy(request.Path, request.Repository);
        string[] stash = hasStash ? [$"+{Stash}:{rescueRef}-refs/stash"] : [];
        (await git.WriteAsync(
                request.Repository,
                [
                    "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "fetch.fsckObjects=false", "-c", "transfer.fsckObjects=false",
                    "fetch", "--quiet", "--atomic", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--", request.Path,
                    $"+refs/heads/*:{rescueRef}-refs/heads/*", .. stash, $"+{Work}:{rescueRef}",
                ],
                cancellationToken,
                FetchLimit))
            .Require($"keep the work under {rescueRef}", request.Repository);
        return rescueRef;
    }

    // Any commit of a branch, the stash or HEAD that is neither pushed nor the base; one is enough to keep them all.
    private async Task<string?> OwnCommitAsync(KeepWorkRequest request, CancellationToken cancellationToken)
    {
        string[] known = request.BaseSha is { } baseSha ? ["--remotes", baseSha] : ["--remotes"];
        var own = await git.ReadAsync(
            request.Path, ["rev-list", "-1", "--ignore-missing", "HEAD", "--branches", Stashes, "--not", .. known], cancellationToken);
        // An orphan HEAD has no commits of its own, and git does not pass over it.
        if (!own.Succeeded)
        {
            own = await git.ReadAsync(
                request.Path, ["rev-list", "-1", "--ignore-missing", "--branches", Stashes, "--not", .. known], cancellationToken);
        }

        var commit = own.Require("see what is not pushed", request.Path);
        return commit.Length > 0 ? commit : null;
    }

    // All stashes but the last are held by a log of the clone's alone: one commit with all of them as parents holds them anywhere.
    private async Task<bool> KeepStashAsync(KeepWorkRequest request, CancellationToken cancellationToken)
    {
        var listed = await git.ReadAsync(request.Path, ["rev-list", "--walk-reflogs", "--ignore-missing", "refs/stash", "--"], cancellationToken);
        if (!listed.Succeeded || listed.Text.Length == 0) return false;
        var stashes = listed.Text.Split('\n').SelectMany(stash => (string[])["-p", stash]);
        var kept = await git.WriteAsync(
            request.Path,
            ["commit-tree", $"{listed.Text.Split('\n')[0]}^{{tree}}", .. stashes, "-m", $"Stashes of session {request.SessionId}, newest first"],
            cancellationToken,
            variables: Rescue.Author);
        await PointAsync(request.Path, Stash, kept.Require("keep the stashes", request.Path), cancellationToken);
        return true;
    }

    private async Task PointAsync(string path, string name, string commit, CancellationToken cancellationToken) =>
        (await git.WriteAsync(path, ["update-ref", name, commit], cancellationToken)).Require("keep the work", path);
}
