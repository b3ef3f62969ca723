namespace Athene.Session.Machine.Workspaces;

/// <summary>
/// Makes clones of a project's repository, beside their place, and moves them there when they are whole.
/// <para>
/// The clone is made from the project's directory, with hard links: nothing goes over the network, it takes no longer in a large repository,
/// and it does not depend on the project afterwards. To borrow the project's objects (<c>--reference</c>) would let its garbage collection
/// destroy the clone's unpushed work; to copy them afterwards (<c>--dissociate</c>) takes minutes in a large one.
/// </para>
/// </summary>
internal sealed class CloneMaker(Git git)
{
    private static readonly TimeSpan CloneLimit = TimeSpan.FromMinutes(10);

    /// <summary>Where a clone is made.</summary>
    public static string DraftOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.new");

    /// <summary>A repository of its own on the branch at the commit, without files yet.</summary>
    /// <returns>The directory, which is the path's draft.</returns>
    public async Task<string> DraftAsync(
        string repository, string path, string branch, string commit, string defaultBranch, CancellationToken cancellationToken)
    {
        var draft = DraftOf(path);
        if (Directory.Exists(draft)) Directories.Delete(draft);
        Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
        await DoAsync(repository, ["clone", "--quiet", "--local", "--no-checkout", "--origin", "origin", "--", repository, draft], cancellationToken);
        await TakeOverOriginAsync(repository, draft, defaultBranch, cancellationToken);
        await TakeOverIdentityAsync(repository, draft, cancellationToken);
        await SwitchAsync(draft, branch, commit, cancellationToken);
        return draft;
    }

    // Its origin is the project's, with what the project knows of it; a project without one is the origin itself.
    private async Task TakeOverOriginAsync(string repository, string draft, string defaultBranch, CancellationToken cancellationToken)
    {
        var address = await git.ReadAsync(repository, ["remote", "get-url", "origin"], cancellationToken);
        if (!address.Succeeded) return;
        await DoAsync(draft, ["remote", "set-url", "origin", Absolute(address.Text, repository)], cancellationToken);
        await git.WriteAsync(draft, ["remote", "set-head", "origin", "--delete"], cancellationToken);
        await DoAsync(
            draft,
            [
                "fetch", "--quiet", "--prune", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--", repository,
                "+refs/remotes/origin/*:refs/remotes/origin/*", "^refs/remotes/origin/HEAD",
            ],
            cancellationToken);
        // Not there when origin has never been fetched: then there is nothing to point at.
        await git.WriteAsync(draft, ["remote", "set-head", "origin", defaultBranch], cancellationToken);
    }

    // Who commits in the project commits in its clones.
    private async Task TakeOverIdentityAsync(string repository, string draft, CancellationToken cancellationToken)
    {
        foreach (var key in (string[])["user.name", "user.email"])
        {
            var known = await git.ReadAsync(repository, ["config", "--local", "--get", key], cancellationToken);
            if (known.Succeeded) await DoAsync(draft, ["config", "--local", key, known.Text], cancellationToken);
        }
    }

    private async Task SwitchAsync(string draft, string branch, string commit, CancellationToken cancellationToken)
    {
        const string start = "ref: refs/heads/";
        var head = (await File.ReadAllTextAsync(Path.Combine(draft, ".git", "HEAD"), cancellationToken)).Trim();
        await DoAsync(draft, ["symbolic-ref", "HEAD", $"refs/heads/{branch}"], cancellationToken);
        // The project's current branch is the project's.
        if (head.StartsWith(start, StringComparison.Ordinal)) await git.WriteAsync(draft, ["update-ref", "-d", $"refs/heads/{head[start.Length..]}"], cancellationToken);
        await DoAsync(draft, ["update-ref", $"refs/heads/{branch}", commit, ""], cancellationToken);
    }

    private async Task DoAsync(string directory, string[] arguments, CancellationToken cancellationToken) =>
        (await git.WriteAsync(directory, arguments, cancellationToken, CloneLimit)).Require("make a clone", directory);

    // A remote may be given relative to the repository that has it.
    private static string Absolute(string address, string repository)
    {
        var local = Path.GetFullPath(address, repository);
        return !Path.IsPathRooted(address) && Directory.Exists(local) ? local : address;
    }
}
