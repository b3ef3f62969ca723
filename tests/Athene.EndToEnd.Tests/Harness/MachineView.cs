namespace Athene.EndToEnd.Tests.Harness;

/// <summary>What an installation has on the machine, seen with tmux, ps and the file system alone.</summary>
internal sealed class MachineView(Installation installation)
{
    private string Socket => Path.Combine(installation.Home, "run", "tmux.sock");

    /// <summary>The names of all terminals of the home.</summary>
    public async Task<IReadOnlyList<string>> TerminalsAsync()
    {
        var listed = await TmuxAsync("list-sessions", "-F", "#{session_name}");
        return listed.ExitCode == 0 ? listed.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    public Task<CommandOutcome> TmuxAsync(params string[] arguments) => Shell.RunAsync("tmux", ["-S", Socket, .. arguments]);

    /// <summary>The sessions of the project that have prompt files.</summary>
    public IReadOnlyList<string> Prompts(string project) => Entries("projects", project, "prompts");

    /// <summary>What lies where the worktrees of the project are made.</summary>
    public IReadOnlyList<string> WorktreeDirectories(string project) => Entries("projects", project, "worktrees");

    /// <summary>The processes that have <paramref name="text"/> in their command line, but are not ours.</summary>
    public static async Task<IReadOnlyList<string>> ProcessesAsync(string text) =>
        [.. (await Shell.AskAsync("ps", ["-eo", "pid=,args="])).Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal))];

    /// <summary>Ends whatever still runs: the terminals with their agents, and processes of Athene that did not go down.</summary>
    public async Task EndAllAsync()
    {
        await TmuxAsync("kill-server");
        foreach (var line in await ProcessesAsync(installation.Home))
        {
            var pid = line.TrimStart().Split(' ')[0];
            await Shell.RunAsync("kill", ["-KILL", pid]);
        }
    }

    private string[] Entries(params string[] parts)
    {
        var directory = Path.Combine([installation.Home, .. parts]);
        return Directory.Exists(directory) ? [.. Directory.GetFileSystemEntries(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal)!] : [];
    }
}
