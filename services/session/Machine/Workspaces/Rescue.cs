namespace Athene.Session.Machine.Workspaces;

/// <summary>Keeps what a worktree holds and no branch elsewhere does, as a commit under a rescue ref.</summary>
internal sealed class Rescue(Git git)
{
    private readonly Submodules submodules = new(git);

    /// <summary>Who makes the commits that keep work.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Author = new Dictionary<string, string?>
    {
        ["GIT_AUTHOR_NAME"] = "Athene",
        ["GIT_AUTHOR_EMAIL"] = "athene@localhost",
        ["GIT_COMMITTER_NAME"] = "Athene",
        ["GIT_COMMITTER_EMAIL"] = "athene@localhost",
    };

    private static readonly TimeSpan AddLimit = TimeSpan.FromMinutes(2);

    public async Task<string?> KeepAsync(KeepWorkRequest request, CancellationToken cancellationToken)
    {
        var rescueRef = request.RescueRef;
        if (RepositoryFiles.CommonDirectory(request.Repository) is null) return null;
        if ((await git.ReadAsync(request.Repository, ["rev-parse", "--verify", "--quiet", rescueRef], cancellationToken)).Succeeded)
            return rescueRef;
        if (RepositoryFiles.AdministrativeDirectory(request.Path) is not { } administrative) return null;

        var commit = await CollectAsync(request, administrative, cancellationToken) ?? await UnpushedHeadAsync(request, cancellationToken);
        if (commit is null) return null;

        (await git.WriteAsync(request.Repository, ["update-ref", "-m", "athene: rescue", rescueRef, commit], cancellationToken))
            .Require($"keep the work under {rescueRef}", request.Repository);
        return rescueRef;
    }

    /// <summary>The uncommitted and untracked files as a commit on top of HEAD, which no ref holds yet; null when there are none.</summary>
    public async Task<string?> CollectAsync(KeepWorkRequest request, string administrative, CancellationToken cancellationToken)
    {
        await submodules.RequirePushedAsync(request.Path, administrative, cancellationToken);
        // What the configuration says must not be looked at is lost as well.
        var status = await git.ReadWithoutFiltersAsync(
            request.Path, ["status", "--porcelain=v2", "--untracked-files=normal", "--ignore-submodules=none"], cancellationToken, AddLimit);
        var changes = status.Result.Require("see what is uncommitted", request.Path);
        RefuseChangedSubmodules(request.Path, changes);
        return changes.Length > 0 ? await CommitAsync(request, administrative, cancellationToken) : null;
    }

    private async Task<string> CommitAsync(KeepWorkRequest request, string administrative, CancellationToken cancellationToken)
    {
        var index = Path.Combine(administrative, $"athene-rescue-{request.Stamp}");
        try
        {
            var original = Path.Combine(administrative, "index");
            if (File.Exists(original)) File.Copy(original, index, overwrite: true);
            var variables = new Dictionary<string, string?>(Author) { ["GIT_INDEX_FILE"] = index };
            (await git.WriteWithoutFiltersAsync(request.Path, ["add", "--all"], cancellationToken, AddLimit, variables))
                .Result.Require("collect the uncommitted files", request.Path);
            var head = await git.ReadAsync(request.Path, ["rev-parse", "--verify", "--quiet", "HEAD"], cancellationToken);
            await RefuseNestedRepositoriesAsync(request.Path, head, variables, cancellationToken);
            // Of files that changed in the same instant as the index git asks the filters again.
            var tree = (await git.WriteWithoutFiltersAsync(request.Path, ["write-tree"], cancellationToken, variables: variables))
                .Result.Require("keep the uncommitted files", request.Path);
            return (await git.WriteAsync(
                    request.Path,
                    ["commit-tree", tree, .. head.Succeeded ? ["-p", head.Text] : Array.Empty<string>(), "-m", $"Uncommitted work of session {request.SessionId}"],
                    cancellationToken,
                    variables: variables))
                .Require("keep the uncommitted files", request.Path);
        }
        finally
        {
            File.Delete(index);
            File.Delete(index + ".lock");
        }
    }

    // A commit keeps of a submodule only which commit it is at.
    private static void RefuseChangedSubmodules(string path, string changes)
    {
        foreach (var line in changes.Split('\n'))
        {
            var fields = line.Split(' ', 9);
            if (fields is ["1" or "2", _, ['S', ..] submodule, ..] && submodule.AsSpan(2).ContainsAny('M', 'U'))
                throw WorkspaceErrors.NestedRepository(path, fields[^1]);
        }
    }

    // Of an untracked repository inside the worktree, git would take no file at all.
    private async Task RefuseNestedRepositoriesAsync(
        string path, GitResult head, Dictionary<string, string?> variables, CancellationToken cancellationToken)
    {
        // On a branch without commits, everything is new.
        var before = head.Succeeded ? head.Text : (await git.ReadAsync(path, ["hash-object", "-t", "tree", "/dev/null"], cancellationToken)).Text;
        var added = await git.WriteAsync(
            path, ["diff", "--cached", "--raw", "--no-renames", "--diff-filter=A", "--ignore-submodules=none", before], cancellationToken, variables: variables);
        foreach (var line in added.Require("see what is new", path).Split('\n'))
        {
            if (line.StartsWith(":000000 160000 ", StringComparison.Ordinal)) throw WorkspaceErrors.NestedRepository(path, line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
        }
    }

    private async Task<string?> UnpushedHeadAsync(KeepWorkRequest request, CancellationToken cancellationToken)
    {
        var head = await git.ReadAsync(request.Path, ["rev-parse", "--verify", "--quiet", "HEAD"], cancellationToken);
        if (!head.Succeeded) return null;
        string[] elsewhere = request.BaseSha is { } baseSha
            ? ["--remotes", baseSha, $"refs/heads/{request.DefaultBranch}"]
            : ["--remotes", $"refs/heads/{request.DefaultBranch}"];
        var own = await git.ReadAsync(
            request.Path, ["rev-list", "-1", "--ignore-missing", head.Text, "--not", .. elsewhere], cancellationToken);
        return own.Require("see what is not pushed", request.Path).Length > 0 ? head.Text : null;
    }
}
