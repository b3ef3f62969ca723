using Athene.Notifier.Delivery;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Reporting;

/// <summary>Reports what was given up in a loop of its own: a history that is slow or away delays nothing that people are to hear.</summary>
public sealed partial class Reporter(Targets targets, FailureReports reports, Wakeups wakeups, TimeProvider clock, ILogger<Reporter> logger) : BackgroundService
{
    /// <summary>What wakes it.</summary>
    public const string Name = "reports of failures";

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var woken = wakeups.NextAsync(Name);
                if (await RoundAsync(stoppingToken)) await Wakeups.PauseAsync(LongestPause, woken, clock, stoppingToken);
                else await Task.Delay(PauseAfterFailure, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not reported is reported by the next process.
        }
    }

    private async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var target in targets.All)
            {
                if (!await reports.ReportAsync(target.Name, cancellationToken)) return false;
            }

            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogRoundFailed(failure);
            return false;
        }
    }
}
