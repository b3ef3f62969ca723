namespace Athene.Session.Machine.Runtimes;

/// <summary>
/// All makes of terminals as one. A new terminal is of the make that its request names; one that exists is found wherever it is, so
/// that a session goes on in what it began with, whatever the configuration says by now.
/// </summary>
/// <param name="runtimes">Those that are cheap to ask come first: a session that none of them has is taken for one of the last.</param>
public sealed class RuntimeChoice(IReadOnlyList<INamedRuntime> runtimes) : IRuntime
{
    public async Task<RuntimePane> CreateAsync(RuntimeRequest request, CancellationToken cancellationToken)
    {
        var chosen = runtimes.FirstOrDefault(runtime => runtime.Name == request.Runtime) ?? throw RuntimeErrors.Unknown(request.Runtime, runtimes);
        return await chosen.CreateAsync(request, cancellationToken);
    }

    public async Task<bool> DestroyAsync(string sessionId, CancellationToken cancellationToken)
    {
        foreach (var runtime in runtimes)
        {
            if (await runtime.FindAsync(sessionId, cancellationToken) is not null) return await runtime.DestroyAsync(sessionId, cancellationToken);
        }

        // Its terminal is gone; processes that began in it may have survived that.
        var ended = false;
        foreach (var runtime in runtimes) ended |= await runtime.DestroyAsync(sessionId, cancellationToken);
        return ended;
    }

    public async Task<RuntimePane?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        await (await OwnerAsync(sessionId, cancellationToken)).FindAsync(sessionId, cancellationToken);

    public async Task<RuntimeSnapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var snapshots = await Task.WhenAll(runtimes.Select(runtime => runtime.SnapshotAsync(cancellationToken)));
        var panes = new Dictionary<string, RuntimePane>(StringComparer.Ordinal);
        foreach (var pane in snapshots.SelectMany(snapshot => snapshot.Panes.Values)) panes.TryAdd(pane.SessionId, pane);
        return new RuntimeSnapshot(snapshots.Min(snapshot => snapshot.TakenAt), panes);
    }

    public async Task<string> OutputAsync(string sessionId, int lines, CancellationToken cancellationToken) =>
        await (await OwnerAsync(sessionId, cancellationToken)).OutputAsync(sessionId, lines, cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> CaptureAsync(
        IReadOnlyCollection<RuntimePane> panes, int lines, CancellationToken cancellationToken)
    {
        var captures = await Task.WhenAll(runtimes.Select(runtime =>
            runtime.CaptureAsync([.. panes.Where(pane => pane.Runtime == runtime.Name)], lines, cancellationToken)));
        return captures.SelectMany(screens => screens).ToDictionary(screen => screen.Key, screen => screen.Value, StringComparer.Ordinal);
    }

    public async Task SendAsync(string sessionId, string text, CancellationToken cancellationToken) =>
        await (await OwnerAsync(sessionId, cancellationToken)).SendAsync(sessionId, text, cancellationToken);

    public async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        using var first = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = runtimes.Select(runtime => runtime.WaitForChangeAsync(first.Token)).ToList();
        var changed = await Task.WhenAny(waits);
        await first.CancelAsync();
        foreach (var wait in waits) await ((Task)wait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await changed;
    }

    public async Task<AttachInfo> AttachAsync(string sessionId, CancellationToken cancellationToken) =>
        await (await OwnerAsync(sessionId, cancellationToken)).AttachAsync(sessionId, cancellationToken);

    private async Task<INamedRuntime> OwnerAsync(string sessionId, CancellationToken cancellationToken)
    {
        foreach (var runtime in runtimes.SkipLast(1))
        {
            if (await runtime.FindAsync(sessionId, cancellationToken) is not null) return runtime;
        }

        return runtimes[^1];
    }
}
