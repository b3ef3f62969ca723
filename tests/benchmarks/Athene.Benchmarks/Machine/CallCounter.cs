namespace Athene.Benchmarks.Machine;

/// <summary>
/// Stands before git, tmux and ps in the services' search path and notes each start of them; only while it counts, because it costs time itself.
/// </summary>
internal sealed class CallCounter(string bin, string notes)
{
    private static readonly string[] Programs = ["git", "tmux", "ps"];

    /// <summary>How many of the programs are started while <paramref name="action"/> runs.</summary>
    public async Task<int> CountAsync(Func<Task> action)
    {
        foreach (var program in Programs) Install(program);
        try
        {
            var before = Noted();
            await action();
            return Noted() - before;
        }
        finally
        {
            foreach (var program in Programs) File.Delete(Path.Combine(bin, program));
        }
    }

    private int Noted() => File.Exists(notes) ? File.ReadLines(notes).Count() : 0;

    private void Install(string program)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
        if (path.Split(Path.PathSeparator).Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists) is not { } real) return;
        var script = Path.Combine(bin, program);
        File.WriteAllText(script + ".new", $"#!/bin/sh\necho {program} >>'{notes}'\nexec '{real}' \"$@\"\n");
        File.SetUnixFileMode(script + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Move(script + ".new", script, overwrite: true);
    }
}
