using System.Collections.Concurrent;
using System.ComponentModel;
using System.Net.Sockets;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Machine.Terminals.Protocol;

namespace Athene.Session.Machine.Terminals;

/// <summary>
/// Holds all pseudo-terminals of one home, as a tmux server would: the session service may come and go. It is started with the first
/// terminal and ends with the last one; when it is killed, the kernel hangs up on all its agents.
/// </summary>
internal sealed class TerminalHost : IDisposable
{
    /// <summary>How long a host without terminals waits for one.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(100);

    private readonly string socket;
    private readonly TimeProvider time;
    private readonly Dictionary<string, string> environment;
    private readonly ConcurrentDictionary<string, HostedTerminal> terminals = new(StringComparer.Ordinal);
    private readonly Lock starting = new();
    private readonly ChangeCounter changes = new();
    private readonly TerminalPump pump;
    private bool closed;

    public TerminalHost(string socket, IReadOnlyDictionary<string, string> inherited, TimeProvider time)
    {
        this.socket = socket;
        this.time = time;
        environment = new Dictionary<string, string>(inherited.Where(variable => !InheritedEnvironment.IsWithheld(variable.Key)))
        {
            ["TERM"] = "xterm-256color",
            [TerminalSocket.Variable] = socket,
        };
        pump = new TerminalPump(changes.Next);
    }

    /// <summary>Serves until the last terminal is closed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        File.Delete(socket);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socket));
        listener.Listen(512);
        var watch = EndWhenUnusedAsync(ending);
        try
        {
            while (!ending.IsCancellationRequested)
            {
                if (await AcceptAsync(listener, ending.Token) is { } client) _ = new HostConnection(this, client).ServeAsync(ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            File.Delete(socket);
        }

        await watch;
    }

    /// <summary>Starts a program, or finds what the same operation has started.</summary>
    public TerminalState Start(StartTerminal request)
    {
        MachineId.Require(request.SessionId);
        lock (starting)
        {
            // Without an answer the client asks again: the next host, that is.
            if (closed) throw new OperationCanceledException("The host is about to end.");
            if (terminals.TryGetValue(request.SessionId, out var known))
                return known.Request.OperationId == request.OperationId ? known.State : throw RuntimeErrors.NameInUse(request.SessionId);
            try
            {
                var terminal = HostedTerminal.Start(request, environment, time);
                terminals[request.SessionId] = terminal;
                pump.Add(terminal);
                changes.Next();
                return terminal.State;
            }
            catch (Win32Exception failure)
            {
                throw RuntimeErrors.HostFailed($"start a terminal for session '{request.SessionId}'", failure.Message, failure);
            }
        }
    }

    public IReadOnlyList<TerminalState> List(string? sessionId) =>
        [.. terminals.Values.Where(terminal => sessionId is null || terminal.Request.SessionId == sessionId).Select(terminal => terminal.State)];

    public IReadOnlyDictionary<string, string> Read(ReadScreens request) => request.SessionIds
        .Where(terminals.ContainsKey)
        .ToDictionary(id => id, id => terminals.TryGetValue(id, out var terminal) ? terminal.Last(request.Lines) : "");

    public HostedTerminal Get(string sessionId) =>
        terminals.TryGetValue(sessionId, out var terminal) ? terminal : throw RuntimeErrors.NotFound(sessionId);

    public IReadOnlyList<TerminalState> End(string sessionId)
    {
        if (!terminals.TryRemove(sessionId, out var terminal)) return [];
        var last = terminal.State;
        terminal.Dispose();
        changes.Next();
        return [last];
    }

    public Task<long> AwaitChangeAsync(long? after, CancellationToken cancellationToken) => changes.AwaitAsync(after, cancellationToken);

    public void Dispose()
    {
        foreach (var terminal in terminals.Values) terminal.Dispose();
        pump.Dispose();
    }

    // A connection that fails (too many open files) must not end the host, and every agent with it.
    private async Task<Socket?> AcceptAsync(Socket listener, CancellationToken cancellationToken)
    {
        try
        {
            return await listener.AcceptAsync(cancellationToken);
        }
        catch (SocketException failure)
        {
            await Console.Error.WriteLineAsync($"{DateTimeOffset.UtcNow:O} not connected: {failure.Message}");
            await Task.Delay(AcceptPause, time, cancellationToken);
            return null;
        }
    }

    // Nobody finds a host any more whose home was deleted: it ends with its last agent.
    private bool IsUsed() => File.Exists(socket) ? !terminals.IsEmpty : terminals.Values.Any(terminal => terminal.End is null);

    private async Task EndWhenUnusedAsync(CancellationTokenSource ending)
    {
        var unusedSince = time.GetTimestamp();
        while (!ending.IsCancellationRequested)
        {
            await Task.Delay(Linger / 10, time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (starting)
            {
                if (IsUsed()) unusedSince = time.GetTimestamp();
                closed = time.GetElapsedTime(unusedSince) > Linger;
            }

            if (closed) await ending.CancelAsync();
        }
    }
}
