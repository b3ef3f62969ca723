using Athene.Hosting;

namespace Athene.Notifier.Delivery;

/// <summary>Runs a worker for every notifier: at once when something comes, and when something is due.</summary>
public sealed partial class Dispatcher(IEnumerable<TargetWorker> workers, Wakeups wakeups, TimeProvider clock, ILogger<Dispatcher> logger) : BackgroundService
{
    /// <summary>The longest pause: another process may have taken something and died since.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>How long a message that is on its way when the service is asked to stop may take; the service itself has a little longer.</summary>
    private static readonly TimeSpan TimeToFinish = AtheneDefaults.ShutdownTimeout - TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var dying = new CancellationTokenSource();
        await using var registration = stoppingToken.Register(() => dying.CancelAfter(TimeToFinish));
        await Task.WhenAll(workers.Select(worker => RunAsync(worker, stoppingToken, dying.Token)));
    }

    private async Task RunAsync(TargetWorker worker, CancellationToken stopping, CancellationToken dying)
    {
        try
        {
            while (true) await RoundAsync(worker, stopping, dying);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The rest is told by the next process.
        }
    }

    private async Task RoundAsync(TargetWorker worker, CancellationToken stopping, CancellationToken dying)
    {
        var woken = wakeups.NextAsync(worker.Name);
        var pause = LongestPause;
        try
        {
            if (await worker.RunRoundAsync(stopping, dying) is { } next) pause = Least(LongestPause, next - clock.GetUtcNow());
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogRoundFailed(worker.Name, failure);
            pause = PauseAfterFailure;
        }

        if (pause > TimeSpan.Zero) await Wakeups.PauseAsync(pause, woken, clock, stopping);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
