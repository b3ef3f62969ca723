using System.Text;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Machine.Terminals.Native;
using Athene.Session.Machine.Terminals.Protocol;
using Athene.Session.Machine.Terminals.Screens;

namespace Athene.Session.Machine.Terminals;

/// <summary>One agent on a pseudo-terminal: what it wrote, how it ended, who is attached.</summary>
internal sealed class HostedTerminal : IDisposable
{
    private const int KeptLines = 5000;
    private const int KeptBytes = 1024 * 1024;
    private const int Replayed = 256 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(10);

    private readonly Lock state = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly TimeProvider time;
    private readonly PseudoTerminal terminal;
    private readonly TerminalScreen screen = new(TerminalSize.Unattended.Columns, TerminalSize.Unattended.Rows, KeptLines);
    private readonly OutputRing ring = new(KeptBytes);
    private readonly List<Attachment> attached = [];
    private DateTimeOffset lastActivity;

    private HostedTerminal(StartTerminal request, PseudoTerminal terminal, int processId, TimeProvider time)
    {
        (Request, this.terminal, ProcessId, this.time) = (request, terminal, processId, time);
        lastActivity = time.GetUtcNow();
    }

    public StartTerminal Request { get; }

    public int ProcessId { get; }

    public ProcessEnd? End { get; private set; }

    /// <summary>The pseudo-terminal while it may still be read, else -1.</summary>
    public int Descriptor => IsReadable ? terminal.Descriptor : -1;

    /// <summary>It is closed, and its program has ended: nothing more can come of it.</summary>
    public bool IsOver => !terminal.IsOpen && End is not null;

    private bool IsReadable { get; set; } = true;

    public static HostedTerminal Start(StartTerminal request, IEnumerable<KeyValuePair<string, string>> environment, TimeProvider time)
    {
        var terminal = PseudoTerminal.Open(TerminalSize.Unattended.Columns, TerminalSize.Unattended.Rows);
        try
        {
            var processId = ChildProcess.Start(terminal.Name, "/bin/sh", [request.LauncherPath], environment);
            return new HostedTerminal(request, terminal, processId, time);
        }
        catch
        {
            terminal.Dispose();
            throw;
        }
    }

    public TerminalState State
    {
        get
        {
            lock (state)
            {
                return new TerminalState(
                    Request.SessionId, Request.OperationId, terminal.Name, ProcessId, End?.Status, End?.Signal,
                    ProcessTable.CommandOf(terminal.ForegroundGroup), lastActivity);
            }
        }
    }

    public string Last(int lines)
    {
        lock (state) return screen.Last(lines);
    }

    /// <summary>Takes in what the program has written.</summary>
    public void Receive(Span<byte> buffer)
    {
        lock (state)
        {
            int read;
            // Not for ever: others want to be read too.
            for (var round = 0; round < 16 && (read = terminal.Read(buffer)) != 0; round++)
            {
                if (read < 0)
                {
                    IsReadable = false;
                    return;
                }

                Take(buffer[..read]);
            }
        }
    }

    /// <summary>Looks whether the program has ended; true when that is news.</summary>
    public bool Reap(Span<byte> buffer)
    {
        if (End is not null || ProcessEnd.Of(ProcessId) is not { } end) return false;
        // Whoever sees the end sees the last words too.
        Receive(buffer);
        lock (state)
        {
            End = end;
            lastActivity = time.GetUtcNow();
            foreach (var attachment in attached) attachment.Complete();
        }

        return true;
    }

    /// <summary>Pastes a text, marked as pasted if the program wants to know, and presses Enter. One at a time.</summary>
    public async Task SendAsync(SendText request, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            if (End is not null) throw RuntimeErrors.AgentEnded(Request.SessionId);
            await WriteAsync(Encoding.UTF8.GetBytes(WantsBrackets() ? $"\e[200~{request.Text}\e[201~" : request.Text), cancellationToken);
            await Task.Delay(request.SubmitDelay, time, cancellationToken);
            await WriteAsync("\r"u8.ToArray(), cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Writes what an attached person types.</summary>
    public async Task TypeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await WriteAsync(bytes, cancellationToken);
        }
        finally
        {
            writing.Release();
        }
    }

    public Attachment Attach(TerminalSize size)
    {
        lock (state)
        {
            var attachment = new Attachment(ring.Last(Replayed), Detach);
            if (End is not null) attachment.Complete();
            attached.Add(attachment);
            Resize(size);
            return attachment;
        }
    }

    public void Resize(TerminalSize size)
    {
        lock (state)
        {
            terminal.Resize(size.Columns, size.Rows);
            screen.Resize(size.Columns, size.Rows);
        }
    }

    public void Dispose()
    {
        lock (state)
        {
            IsReadable = false;
            terminal.Dispose();
            foreach (var attachment in attached) attachment.Complete();
        }

        writing.Dispose();
    }

    private void Detach(Attachment attachment)
    {
        lock (state)
        {
            if (attached.Remove(attachment) && attached.Count == 0) Resize(TerminalSize.Unattended);
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        lastActivity = time.GetUtcNow();
        ring.Add(bytes);
        screen.Feed(bytes);
        foreach (var attachment in attached) attachment.Offer(bytes);
        var replies = screen.TakeReplies();
        // A person's own terminal answers for itself.
        if (replies.Length > 0 && attached.Count == 0) terminal.Write(replies);
    }

    // What the program has written so far decides, also when nobody has read it yet.
    private bool WantsBrackets()
    {
        Receive(new byte[4096]);
        lock (state) return screen.BracketedPaste;
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var lastProgress = time.GetTimestamp();
        while (bytes.Length > 0)
        {
            int written;
            lock (state) written = terminal.Write(bytes.Span);
            if (written < 0) throw RuntimeErrors.AgentEnded(Request.SessionId);
            if (written > 0) lastProgress = time.GetTimestamp();
            else if (time.GetElapsedTime(lastProgress) > WritePatience) throw RuntimeErrors.DoesNotRead(Request.SessionId);
            else await Task.Delay(Pause, time, cancellationToken);
            bytes = bytes[written..];
        }
    }
}
