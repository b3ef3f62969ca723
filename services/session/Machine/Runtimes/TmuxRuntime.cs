using System.Collections.Concurrent;
using System.Globalization;
using Athene.Configuration.Projects;

namespace Athene.Session.Machine.Runtimes;

/// <summary>Terminals as sessions of a tmux server that belongs to one home.</summary>
public sealed class TmuxRuntime : INamedRuntime
{
    private const string ChangeChannel = "athene-changed";

    private readonly Tmux tmux;
    private readonly TmuxOptions options;
    private readonly TimeProvider time;
    private readonly PaneProcesses processes;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> senders = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource firstPane = NewSignal();

    public TmuxRuntime(TmuxOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        tmux = new Tmux(options.Program, TmuxSocket.PathFor(options.AtheneHome), options.CommandTimeout, time);
        HomeSocket.Prepare(tmux.Socket);
        processes = new PaneProcesses($"TMUX={tmux.Socket},", options.KillGrace, time);
    }

    public string Name => RuntimeNames.Tmux;

    public async Task<RuntimePane> CreateAsync(RuntimeRequest request, CancellationToken cancellationToken)
    {
        MachineId.Require(request.SessionId);
        await LauncherScript.WriteAsync(request, cancellationToken);
        var created = await tmux.RunAsync(NewSession(request), cancellationToken);
        // The server may be about to end because its last terminal has just been closed; the next one starts afresh.
        for (var attempt = 0; created.LostServer && attempt < 5; attempt++)
            created = await tmux.RunAsync(NewSession(request), cancellationToken);

        if (created.DuplicateSession) return await FindOwnAsync(request, cancellationToken);
        if (!created.Succeeded) throw RuntimeErrors.TmuxFailed($"start a terminal for session '{request.SessionId}'", created.Error);
        firstPane.TrySetResult();
        return PaneListing.Parse(created.Output).GetValueOrDefault(request.SessionId)
            ?? throw RuntimeErrors.TmuxFailed($"start a terminal for session '{request.SessionId}'", created.Output);
    }

    public async Task<bool> DestroyAsync(string sessionId, CancellationToken cancellationToken)
    {
        var pane = await FindAsync(sessionId, cancellationToken);
        var ended = await processes.EndAsync(sessionId, pane, cancellationToken);
        if (!File.Exists(tmux.Socket)) return ended;
        var killed = await tmux.RunAsync(["kill-session", "-t", $"={sessionId}"], cancellationToken);
        if (!killed.Succeeded && !killed.NoServer && !killed.NoSuchTarget)
            throw RuntimeErrors.TmuxFailed($"end the terminal of session '{sessionId}'", killed.Error);
        senders.TryRemove(sessionId, out _);
        return pane is not null || ended;
    }

    public async Task<RuntimePane?> FindAsync(string sessionId, CancellationToken cancellationToken)
    {
        var target = $"={MachineId.Require(sessionId)}";
        return (await ListAsync(["-s", "-t", target], $"find session '{sessionId}'", cancellationToken)).GetValueOrDefault(sessionId);
    }

    public async Task<RuntimeSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var takenAt = time.GetUtcNow();
        return new RuntimeSnapshot(takenAt, await ListAsync(["-a"], "list its terminals", cancellationToken));
    }

    public async Task<string> OutputAsync(string sessionId, int lines, CancellationToken cancellationToken)
    {
        var pane = await FindAsync(sessionId, cancellationToken) ?? throw RuntimeErrors.NotFound(sessionId);
        var screens = await CaptureAsync([pane], lines, cancellationToken);
        return screens.GetValueOrDefault(sessionId, "");
    }

    public async Task<IReadOnlyDictionary<string, string>> CaptureAsync(
        IReadOnlyCollection<RuntimePane> panes, int lines, CancellationToken cancellationToken)
    {
        if (panes.Count == 0) return new Dictionary<string, string>();
        var capture = new ScreenCapture(lines);
        // Each line that tmux reads stands for itself, so that one closed terminal does not hide the others; hence no check of the exit code.
        var captured = await tmux.RunAsync(["source-file", "-"], cancellationToken, capture.Commands(panes));
        return capture.Parse(captured.Output);
    }

    public async Task SendAsync(string sessionId, string text, CancellationToken cancellationToken)
    {
        var gate = senders.GetOrAdd(MachineId.Require(sessionId), _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            var pane = await FindAsync(sessionId, cancellationToken) ?? throw RuntimeErrors.NotFound(sessionId);
            if (pane.Exited) throw RuntimeErrors.AgentEnded(sessionId);
            var sent = await tmux.RunAsync(Paste(pane), cancellationToken, PasteText.Clean(text));
            if (sent.NoServer || sent.NoSuchTarget) throw RuntimeErrors.NotFound(sessionId);
            if (!sent.Succeeded) throw RuntimeErrors.TmuxFailed($"write to session '{sessionId}'", sent.Error);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(options.LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, longest.Token);
        var signal = firstPane;
        try
        {
            if (File.Exists(tmux.Socket))
            {
                var waited = await tmux.RunUnboundedAsync(["wait-for", ChangeChannel], either.Token);
                if (waited.Succeeded || !waited.NoServer || waited.LostServer) return;
            }

            // No server: the next one starts with the next terminal, ours (signalled) or that of another process (looked for).
            await signal.Task.WaitAsync(either.Token);
            Interlocked.CompareExchange(ref firstPane, NewSignal(), signal);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Long enough: the caller looks again, for what sends no signal.
        }
    }

    public Task<AttachInfo> AttachAsync(string sessionId, CancellationToken cancellationToken)
    {
        var target = $"={MachineId.Require(sessionId)}";
        return Task.FromResult(new AttachInfo(Name, sessionId, [options.Program, "-S", tmux.Socket, "attach-session", "-t", target]));
    }

    private async Task<Dictionary<string, RuntimePane>> ListAsync(string[] which, string doing, CancellationToken cancellationToken)
    {
        // Without a socket there is no server: a home without tmux sessions works on a machine without tmux.
        if (!File.Exists(tmux.Socket)) return [];
        string[] command = ["list-panes", .. which, "-F", PaneListing.Format];
        var listed = await tmux.RunAsync(command, cancellationToken);
        var panes = PaneListing.Parse(listed.Output);
        // A terminal closes before tmux hears how its process ended, and at times tmux does not hear it (seen with 3.3a) until
        // another child of it ends.
        if (panes.Values.Any(pane => pane.Exited && !pane.HasResult))
        {
            listed = await tmux.RunAsync(["run-shell", "true", ";", .. command], cancellationToken);
            panes = PaneListing.Parse(listed.Output);
        }

        return listed.Succeeded || listed.NoServer || listed.NoSuchTarget ? panes : throw RuntimeErrors.TmuxFailed(doing, listed.Error);
    }

    private string[] NewSession(RuntimeRequest request) =>
    [
        "start-server", ";",
        "set-option", "-gq", "history-limit", options.HistoryLines.ToString(CultureInfo.InvariantCulture), ";",
        "set-option", "-gq", "remain-on-exit", "on", ";",
        "set-option", "-gq", "remain-on-exit-format", "", ";",
        "set-option", "-gq", "status", "off", ";",
        "set-hook", "-g", "pane-died", $"wait-for -S {ChangeChannel}", ";",
        "set-hook", "-g", "session-closed", $"wait-for -S {ChangeChannel}", ";",
        "new-session", "-d", "-s", request.SessionId, "-x", "220", "-y", "50",
        "-c", Tmux.LiteralFormat(request.Workspace),
        "/bin/sh", Tmux.Literal(request.LauncherPath), ";",
        "set-option", "-p", "-t", $"={request.SessionId}:", PaneListing.OperationOption, Tmux.Literal(request.OperationId), ";",
        "list-panes", "-s", "-t", $"={request.SessionId}", "-F", PaneListing.Format,
    ];

    // copy-mode -q: a person may have scrolled up, and Enter would go to the scroll-back instead of the agent.
    private string[] Paste(RuntimePane pane)
    {
        var buffer = $"athene-{pane.SessionId}";
        var delay = options.SubmitDelay.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return
        [
            "load-buffer", "-b", buffer, "-", ";",
            "copy-mode", "-q", "-t", pane.PaneId, ";",
            "paste-buffer", "-p", "-r", "-d", "-b", buffer, "-t", pane.PaneId, ";",
            "run-shell", "-d", delay, ";",
            "send-keys", "-t", pane.PaneId, "Enter",
        ];
    }

    private async Task<RuntimePane> FindOwnAsync(RuntimeRequest request, CancellationToken cancellationToken)
    {
        var pane = await FindAsync(request.SessionId, cancellationToken);
        return pane?.OperationId == request.OperationId ? pane : throw RuntimeErrors.NameInUse(request.SessionId);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
