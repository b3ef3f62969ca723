using Athene.Session.Projects;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Looks at repositories with git.</summary>
public sealed class GitRepositories : IRepositories
{
    private const string Fallback = "main";

    public async Task<RepositoryDescription?> DescribeAsync(string path, CancellationToken cancellationToken)
    {
        if (await AskAsync(path, ["rev-parse", "--show-toplevel"], cancellationToken) is not { } root) return null;
        var origin = await AskAsync(root, ["remote", "get-url", "origin"], cancellationToken);
        var named = await AskAsync(root, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"], cancellationToken);
        var current = await AskAsync(root, ["symbolic-ref", "--quiet", "--short", "HEAD"], cancellationToken);
        return new RepositoryDescription(root, named?["origin/".Length..] ?? current ?? Fallback, origin);
    }

    // A question that git answers with an exit code other than 0 has no answer: no remote, a detached head, no repository.
    private static async Task<string?> AskAsync(string directory, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var result = await Cli.Wrap("git")
                .WithArguments(["-C", directory, .. arguments])
                .WithEnvironmentVariables(InheritedEnvironment.Removals())
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellationToken);
            return result.ExitCode == 0 ? result.StandardOutput.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw WorkspaceErrors.GitMissing(missing);
        }
    }
}
