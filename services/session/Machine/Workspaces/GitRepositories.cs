using Athene.Session.Projects;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Looks at repositories with git.</summary>
public sealed class GitRepositories(TimeProvider time) : IRepositories
{
    private const string Fallback = "main";

    private readonly Git git = new(time);

    public async Task<RepositoryDescription?> DescribeAsync(string path, CancellationToken cancellationToken)
    {
        if (await RootAsync(path, cancellationToken) is not { } root) return null;
        var origin = await AskAsync(root, ["remote", "get-url", "origin"], cancellationToken);
        var named = await AskAsync(root, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"], cancellationToken);
        var branch = named?["origin/".Length..]
            ?? await AskAsync(root, ["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken)
            ?? await UsualBranchAsync(root, cancellationToken);
        return new RepositoryDescription(root, branch, origin);
    }

    // A bare repository has no files of its own, and is as good a project as any.
    private async Task<string?> RootAsync(string path, CancellationToken cancellationToken) =>
        await AskAsync(path, ["rev-parse", "--show-toplevel"], cancellationToken)
        ?? (await AskAsync(path, ["rev-parse", "--is-bare-repository"], cancellationToken) is "true"
            ? await AskAsync(path, ["rev-parse", "--absolute-git-dir"], cancellationToken)
            : null);

    // With a detached head nothing says which branch others start from.
    private async Task<string> UsualBranchAsync(string root, CancellationToken cancellationToken)
    {
        var listed = await AskAsync(root, ["for-each-ref", "--format=%(refname:short)", "--sort=-committerdate", "refs/heads/"], cancellationToken);
        var branches = listed?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new[] { Fallback, "master", "trunk" }.FirstOrDefault(branches.Contains) ?? branches.FirstOrDefault() ?? Fallback;
    }

    // A question that git answers with an exit code other than 0 has no answer: no remote, a detached head, no repository. Of the answer only
    // the line feed is git's: a path may end in a space.
    private async Task<string?> AskAsync(string directory, string[] arguments, CancellationToken cancellationToken)
    {
        var answer = await git.ReadAsync(directory, arguments, cancellationToken);
        if (!answer.Succeeded) return null;
        return answer.Output.EndsWith('\n') ? answer.Output[..^1] : answer.Output;
    }
}
