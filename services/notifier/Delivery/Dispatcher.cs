namespace Athene.Notifier.Delivery;

/// <summary>Runs a worker for every notifier: at once when something comes, and when something is due.</summary>
public sealed partial class Dispatcher(IEnumerable<TargetWorker> workers, Wakeups wakeups, TimeProvider clock, ILogger<Dispatcher> logger) : BackgroundService
{
    /// <summary>The longest pause: another process may have taken something and died since.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(workers.Select(worker => RunAsync(worker, stoppingToken)));

    private async Task RunAsync(TargetWorker worker, CancellationToken cancellationToken)
    {
        try
        {
            while (true) await RoundAsync(worker, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The rest is told by the next process.
        }
    }

    private async Task RoundAsync(TargetWorker worker, CancellationToken cancellationToken)
    {
        var woken = wakeups.NextAsync(worker.Name);
        var pause = LongestPause;
        try
        {
            if (await worker.RunRoundAsync(cancellationToken) is { } next) pause = Least(LongestPause, next - clock.GetUtcNow());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogRoundFailed(worker.Name, failure);
            pause = PauseAfterFailure;
        }

        if (pause > TimeSpan.Zero) await PauseAsync(pause, woken, cancellationToken);
    }

    private async Task PauseAsync(TimeSpan pause, Task woken, CancellationToken cancellationToken)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(woken, Task.Delay(pause, clock, rest.Token));
        await rest.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
