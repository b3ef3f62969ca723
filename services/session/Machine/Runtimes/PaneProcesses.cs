using System.Runtime.InteropServices;

namespace Athene.Session.Machine.Runtimes;

/// <summary>
/// Ends every process that began in a session's terminal: those of its terminal session, their descendants, and those that
/// detached themselves but still carry the session's variables.
/// </summary>
internal sealed partial class PaneProcesses(string socket, TimeSpan grace, TimeProvider time)
{
    private const int Terminate = 15;
    private const int Kill = 9;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Returns whether there was any; throws when some survive even the kill signal.</summary>
    public async Task<bool> EndAsync(string sessionId, int? paneProcess, CancellationToken cancellationToken)
    {
        var alive = Find(sessionId, paneProcess);
        if (alive.Count == 0) return false;
        Signal(alive, Terminate);
        alive = await WaitAsync(sessionId, paneProcess, alive, signal: null, cancellationToken);
        if (alive.Count > 0) alive = await WaitAsync(sessionId, paneProcess, alive, Kill, cancellationToken);
        return alive.Count == 0 ? true : throw RuntimeException.Survivors(sessionId, alive.Select(process => process.Id));
    }

    private async Task<List<ProcessEntry>> WaitAsync(
        string sessionId, int? paneProcess, List<ProcessEntry> alive, int? signal, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (alive.Count > 0 && time.GetElapsedTime(start) < grace)
        {
            if (signal is { } repeated) Signal(alive, repeated);
            await Task.Delay(Pause, time, cancellationToken);
            alive.RemoveAll(process => ProcessTable.Find(process.Id)?.StartedAt != process.StartedAt);
            // What was forked between the look and the signal.
            if (alive.Count == 0) alive = Find(sessionId, paneProcess);
        }

        return alive;
    }

    private List<ProcessEntry> Find(string sessionId, int? paneProcess)
    {
        var table = ProcessTable.Read();
        var found = table
            .Where(process => process.TerminalSession == paneProcess || process.Id == paneProcess || IsMarked(process.Id, sessionId))
            .Select(process => process.Id)
            .ToHashSet();
        found.Remove(Environment.ProcessId);
        while (table.Where(process => found.Contains(process.Parent)).Count(process => found.Add(process.Id)) > 0)
        {
            // Until no further descendant is found.
        }

        return [.. table.Where(process => found.Contains(process.Id))];
    }

    private bool IsMarked(int processId, string sessionId) =>
        ProcessTable.HasVariables(processId, $"ATHENE_SESSION_ID={sessionId}\0", $"TMUX={socket},");

    private static void Signal(IEnumerable<ProcessEntry> processes, int signal)
    {
        foreach (var process in processes) _ = SendSignal(process.Id, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int processId, int signal);
}
