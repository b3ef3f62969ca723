using System.Runtime.InteropServices;

namespace Athene.Session.Machine.Runtimes;

/// <summary>
/// Ends every process that began in a session's terminal: those of its terminal session, their descendants, and those that
/// detached themselves but still carry the session's variables.
/// </summary>
/// <param name="mark">The beginning of a variable ("NAME=value") that everything on this home's terminals of that make has.</param>
internal sealed partial class PaneProcesses(string mark, TimeSpan grace, TimeProvider time)
{
    private const int Terminate = 15;
    private const int Kill = 9;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Returns whether there was any; throws when some survive even the kill signal.</summary>
    public async Task<bool> EndAsync(string sessionId, RuntimePane? pane, CancellationToken cancellationToken)
    {
        var alive = Find(sessionId, pane);
        if (alive.Count == 0) return false;
        Signal(alive, Terminate);
        alive = await WaitAsync(sessionId, pane, alive, signal: null, cancellationToken);
        if (alive.Count > 0) alive = await WaitAsync(sessionId, pane, alive, Kill, cancellationToken);
        return alive.Count == 0 ? true : throw RuntimeErrors.Survivors(sessionId, alive.Select(process => process.Id));
    }

    private async Task<List<ProcessEntry>> WaitAsync(
        string sessionId, RuntimePane? pane, List<ProcessEntry> alive, int? signal, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (alive.Count > 0 && time.GetElapsedTime(start) < grace)
        {
            if (signal is { } repeated) Signal(alive, repeated);
            await Task.Delay(Pause, time, cancellationToken);
            alive.RemoveAll(process => ProcessTable.Find(process.Id)?.StartedAt != process.StartedAt);
            // What was forked between the look and the signal.
            if (alive.Count == 0) alive = Find(sessionId, pane);
        }

        return alive;
    }

    private List<ProcessEntry> Find(string sessionId, RuntimePane? pane)
    {
        var table = ProcessTable.Read();
        var children = table.ToLookup(process => process.Parent);
        // A dead agent's process id may belong to somebody else by now.
        var terminal = pane is { ProcessId: > 1 } && (!pane.Exited || table.All(process => process.Id != pane.ProcessId))
            ? pane.ProcessId
            : (int?)null;
        var found = new Dictionary<int, ProcessEntry>();
        var pending = new Stack<ProcessEntry>(
            table.Where(process => process.TerminalSession == terminal || process.Id == terminal || IsMarked(process.Id, sessionId)));
        while (pending.TryPop(out var process))
        {
            if (process.Id == Environment.ProcessId || !found.TryAdd(process.Id, process)) continue;
            foreach (var child in children[process.Id]) pending.Push(child);
        }

        return [.. found.Values];
    }

    private bool IsMarked(int processId, string sessionId) =>
        ProcessTable.HasVariables(processId, $"ATHENE_SESSION_ID={sessionId}\0", mark);

    private static void Signal(IEnumerable<ProcessEntry> processes, int signal)
    {
        foreach (var process in processes) _ = SendSignal(process.Id, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int processId, int signal);
}
