using Athene.Contracts.Errors;
using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Observing;

/// <summary>Looks at the machine whenever the runtime says that something ended or an agent says something, and at least every <see cref="Interval"/>.</summary>
public sealed partial class ObservationLoop(
    SessionObserver observer, IRuntime runtime, EvidenceBoard board, TimeProvider time, ILogger<ObservationLoop> logger) : BackgroundService
{
    /// <summary>The longest time between two looks while agents work: screens change without telling anybody.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>The longest time while nothing moves: what agents say, and that one ends, is heard at once in any case.</summary>
    private static readonly TimeSpan QuietInterval = TimeSpan.FromSeconds(5);

    /// <summary>The shortest: a burst of ends, or of words of many agents, is one look.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Task? change = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var said = board.NextAsync();
                var look = await observer.ObserveAsync(stoppingToken);
                if (look is Look.Unanswered)
                {
                    change = null;
                    await PauseAsync(stoppingToken);
                    continue;
                }

                change = change is null or { IsCompleted: true } ? runtime.WaitForChangeAsync(stoppingToken) : change;
                await Task.WhenAny(change, said, Task.Delay(look is Look.Quiet ? QuietInterval : Interval, time, stoppingToken));
                await Task.Delay(Breath, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is AtheneException or DaprException or HttpRequestException or InvalidOperationException)
            {
                LogRoundFailed(logger, failure);
                change = null;
                await PauseAsync(stoppingToken);
            }
        }
    }

    private async Task PauseAsync(CancellationToken stoppingToken) =>
        await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
