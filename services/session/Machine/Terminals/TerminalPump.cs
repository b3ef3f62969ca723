using System.Runtime.InteropServices;
using Athene.Session.Machine.Terminals.Native;

namespace Athene.Session.Machine.Terminals;

/// <summary>The one thread that reads all terminals and notices the ends of their programs.</summary>
internal sealed class TerminalPump : IDisposable
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Ends are signalled; this is for a signal that was lost.</summary>
    private const int LongestWait = 1000;

    private readonly WakeUp wakeUp = new();
    private readonly Lock list = new();
    private readonly List<HostedTerminal> terminals = [];
    private readonly Action onEnd;
    private readonly PosixSignalRegistration childSignal;
    private readonly Thread thread;
    private volatile bool stopping;

    /// <param name="onEnd">Called from the thread when a program has ended.</param>
    public TerminalPump(Action onEnd)
    {
        this.onEnd = onEnd;
        childSignal = PosixSignalRegistration.Create(PosixSignal.SIGCHLD, _ => wakeUp.Set());
        thread = new Thread(Run) { IsBackground = true, Name = "terminals" };
        thread.Start();
    }

    public void Add(HostedTerminal terminal)
    {
        lock (list) terminals.Add(terminal);
        wakeUp.Set();
    }

    public void Dispose()
    {
        stopping = true;
        wakeUp.Set();
        thread.Join();
        childSignal.Dispose();
        wakeUp.Dispose();
    }

    private void Run()
    {
        var buffer = new byte[BufferSize];
        while (!stopping)
        {
            var watched = Watched();
            foreach (var terminal in Wait(watched)) terminal.Receive(buffer);
            var ended = false;
            foreach (var terminal in watched) ended |= terminal.Reap(buffer);
            lock (list) terminals.RemoveAll(terminal => terminal.IsOver);
            if (ended) onEnd();
        }
    }

    private HostedTerminal[] Watched()
    {
        lock (list) return [.. terminals];
    }

    private unsafe List<HostedTerminal> Wait(HostedTerminal[] watched)
    {
        // A negative descriptor is passed over.
        var entries = new Libc.PollEntry[watched.Length + 1];
        entries[^1] = new Libc.PollEntry { Descriptor = wakeUp.Descriptor, Wanted = Libc.PollIn };
        for (var at = 0; at < watched.Length; at++) entries[at] = new Libc.PollEntry { Descriptor = watched[at].Descriptor, Wanted = Libc.PollIn };
        fixed (Libc.PollEntry* first = entries) _ = Libc.Poll(first, (nuint)entries.Length, LongestWait);
        if (entries[^1].Found != 0) wakeUp.Clear();
        return [.. watched.Where((_, at) => entries[at].Found != 0)];
    }
}
