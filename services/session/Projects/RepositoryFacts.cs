using System.Text.RegularExpressions;

namespace Athene.Session.Projects;

/// <summary>What a repository says about itself.</summary>
public sealed partial class RepositoryFacts(IRepositories repositories)
{
    /// <exception cref="Contracts.Errors.AtheneException">There is no git repository at the path.</exception>
    public async Task<Facts> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path) || !Path.IsPathFullyQualified(path))
            throw ProjectErrors.InvalidPath(path, "the path is not absolute.", "Give the absolute path of a git repository.");
        if (!Directory.Exists(path)) throw ProjectErrors.InvalidPath(path, "there is no such directory.", "Give the path of a git repository.");

        var repository = await repositories.DescribeAsync(path, cancellationToken)
            ?? throw ProjectErrors.InvalidPath(path, "it is not in a git repository.", "Run 'git init' there, or give the path of a repository.");
        return new Facts(repository.Root, repository.DefaultBranch, repository.OriginUrl is { } url ? RepoOf(url) : null);
    }

    /// <summary><c>owner/name</c> of a remote's address, on a GitLab with its host; null when it has no such form.</summary>
    public static string? RepoOf(string originUrl)
    {
        var match = Remote().Match(originUrl);
        if (!match.Success) return null;
        var (host, repo) = (match.Groups["host"].Value, match.Groups["repo"].Value);
        return host.Contains("gitlab", StringComparison.OrdinalIgnoreCase) ? $"{host}/{repo}" : repo;
    }

    [GeneratedRegex(@"^(?:(?:https?|ssh|git)://(?:[^/@]+@)?(?<host>[^/:]+)(?::[0-9]+)?/|[^/@\s]+@(?<host>[^:/\s]+):)(?<repo>[^\s]+?/[^/\s]+?)(?:\.git)?/?$")]
    private static partial Regex Remote();

    /// <summary>A repository's root, the branch that others start from, and its <c>owner/name</c> on its host.</summary>
    public sealed record Facts(string Path, string DefaultBranch, string? Repo);
}
