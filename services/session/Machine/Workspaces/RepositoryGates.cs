using System.Collections.Concurrent;

namespace Athene.Session.Machine.Workspaces;

/// <summary>
/// One at a time for changes to a repository's list of worktrees: git itself reads the half-written entry of another
/// <c>worktree add</c> and gives up.
/// </summary>
internal sealed class RepositoryGates
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the repository's turn; disposing what is returned passes it on.</summary>
    public async Task<IDisposable> EnterAsync(string repository, CancellationToken cancellationToken)
    {
        var gate = gates.GetOrAdd(Path.TrimEndingDirectorySeparator(Path.GetFullPath(repository)), _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
