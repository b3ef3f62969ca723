using Athene.Configuration.Projects;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Machine.Terminals.Protocol;

namespace Athene.Session.Machine.Terminals;

/// <summary>Terminals as pseudo-terminals of the home's own terminal host: no other program is needed, and none is started for a look.</summary>
public sealed class ProcessRuntime : INamedRuntime, IDisposable
{
    private readonly ProcessRuntimeOptions options;
    private readonly TimeProvider time;
    private readonly TerminalHostClient host;
    private readonly PaneProcesses processes;
    private volatile TaskCompletionSource firstTerminal = NewSignal();
    private long? lastChange;

    public ProcessRuntime(ProcessRuntimeOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        host = new TerminalHostClient(options, time);
        processes = new PaneProcesses($"{TerminalSocket.Variable}={host.Socket}\0", options.KillGrace, time);
    }

    public string Name => RuntimeNames.Process;

    public async Task<RuntimePane> CreateAsync(RuntimeRequest request, CancellationToken cancellationToken)
    {
        MachineId.Require(request.SessionId);
        await LauncherScript.WriteAsync(request, cancellationToken);
        var started = await host.AskStartedAsync<TerminalState>(
            new StartTerminal(request.SessionId, request.OperationId, Path.GetFullPath(request.LauncherPath)), cancellationToken);
        firstTerminal.TrySetResult();
        return PaneOf(started);
    }

    public async Task<bool> DestroyAsync(string sessionId, CancellationToken cancellationToken)
    {
        var pane = await FindAsync(sessionId, cancellationToken);
        var ended = await processes.EndAsync(sessionId, pane, cancellationToken);
        await host.AskAsync<IReadOnlyList<TerminalState>>(new EndTerminal(sessionId), cancellationToken);
        return pane is not null || ended;
    }

    public async Task<RuntimePane?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        (await ListAsync(MachineId.Require(sessionId), cancellationToken)).SingleOrDefault();

    public async Task<RuntimeSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var takenAt = time.GetUtcNow();
        var panes = await ListAsync(null, cancellationToken);
        return new RuntimeSnapshot(takenAt, panes.ToDictionary(pane => pane.SessionId, StringComparer.Ordinal));
    }

    public async Task<string> OutputAsync(string sessionId, int lines, CancellationToken cancellationToken)
    {
        var screens = await ReadAsync([MachineId.Require(sessionId)], lines, cancellationToken);
        return screens.TryGetValue(sessionId, out var screen) ? screen : throw RuntimeErrors.NotFound(sessionId);
    }

    public Task<IReadOnlyDictionary<string, string>> CaptureAsync(
        IReadOnlyCollection<RuntimePane> panes, int lines, CancellationToken cancellationToken) =>
        ReadAsync([.. panes.Select(pane => pane.SessionId)], lines, cancellationToken);

    public async Task SendAsync(string sessionId, string text, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var request = new SendText(MachineId.Require(sessionId), PasteText.Clean(text), options.SubmitDelay);
        try
        {
            _ = await host.AskUnboundedAsync<TerminalState>(request, either.Token) ?? throw RuntimeErrors.NotFound(sessionId);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RuntimeErrors.DoesNotRead(sessionId);
        }
    }

    public async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(options.LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, longest.Token);
        var signal = firstTerminal;
        try
        {
            if (await host.AskUnboundedAsync<ChangeNumber>(new AwaitChange(lastChange), either.Token) is { } change)
            {
                lastChange = change.Value;
                return;
            }

            // The next host counts anew, and starts with the next terminal: ours (signalled) or that of another process (looked for).
            var hadHost = lastChange is not null;
            lastChange = null;
            if (hadHost) return;
            await signal.Task.WaitAsync(either.Token);
            Interlocked.CompareExchange(ref firstTerminal, NewSignal(), signal);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Long enough: the caller looks again, for what sends no signal.
        }
    }

    public Task<AttachInfo> AttachAsync(string sessionId, CancellationToken cancellationToken) => Task.FromResult(new AttachInfo(
        Name, sessionId, [.. ThisProgram.Command, TerminalAttachCommand.Verb, host.Socket, MachineId.Require(sessionId)]));

    public void Dispose() => host.Dispose();

    private async Task<IReadOnlyList<RuntimePane>> ListAsync(string? sessionId, CancellationToken cancellationToken) =>
        [.. (await host.AskAsync<IReadOnlyList<TerminalState>>(new ListTerminals(sessionId), cancellationToken) ?? []).Select(PaneOf)];

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        IReadOnlyList<string> sessionIds, int lines, CancellationToken cancellationToken) => sessionIds.Count == 0
        ? new Dictionary<string, string>()
        : await host.AskAsync<IReadOnlyDictionary<string, string>>(new ReadScreens(sessionIds, lines), cancellationToken)
            ?? new Dictionary<string, string>();

    private static RuntimePane PaneOf(TerminalState terminal) => new(
        terminal.SessionId,
        terminal.Device,
        terminal.ProcessId,
        terminal.Exited,
        terminal.ExitStatus,
        terminal.ExitSignal,
        terminal.CurrentCommand,
        terminal.LastActivity,
        terminal.OperationId)
    {
        Runtime = RuntimeNames.Process,
    };

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
