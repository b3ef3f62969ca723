namespace Athene.Benchmarks.Machine;

/// <summary>What a person would type instead of spawning: a worktree and a terminal, in a tmux server of its own.</summary>
internal sealed class BareFloor(string repository, string worktrees, string socket) : IAsyncDisposable
{
    private int number;

    public async Task SpawnAsync()
    {
        var name = $"floor-{Interlocked.Increment(ref number)}";
        var path = Path.Combine(worktrees, name);
        await Shell.RunAsync("git", ["worktree", "add", "--quiet", "-b", name, path, "main"], repository);
        await Shell.RunAsync("tmux", ["-f", "/dev/null", "-S", socket, "new-session", "-d", "-s", name, "-x", "220", "-y", "50", "-c", path, "bash", "-c", "exec cat"]);
    }

    public async ValueTask DisposeAsync() => await Shell.RunAsync("tmux", ["-S", socket, "kill-server"]);
}
