using System.Collections.Concurrent;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Fetches a repository's default branch from origin; callers that come while a fetch runs share it.</summary>
internal sealed class OriginFetch(Git git)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> running = new(StringComparer.Ordinal);

    /// <summary>Returns what git said when it could not fetch; null when it could, or when there is no origin.</summary>
    public async Task<string?> RefreshAsync(string repository, string defaultBranch, CancellationToken cancellationToken)
    {
        if (!RepositoryFiles.HasOrigin(repository)) return null;
        var key = $"{repository}\n{defaultBranch}";
        var shared = running.GetOrAdd(key, _ => new Lazy<Task<string?>>(() => FetchAsync(key, repository, defaultBranch)));
        return await shared.Value.WaitAsync(cancellationToken);
    }

    private async Task<string?> FetchAsync(string key, string repository, string defaultBranch)
    {
        try
        {
            // Not cancelled by any one caller: the others wait for the same answer.
            var result = await git.RepeatableAsync(
                repository,
                ["-c", "gc.auto=0", "-c", "maintenance.auto=false", "fetch", "--quiet", "--no-write-fetch-head", "origin", defaultBranch],
                CancellationToken.None,
                Limit);
            return result.Succeeded ? null : $"origin was not fetched: {result.Error.Trim()}";
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }
}
