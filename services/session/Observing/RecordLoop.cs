using Athene.Contracts.Errors;
using Athene.Session.Messages;

namespace Athene.Session.Observing;

/// <summary>
/// Reads the agents' records every few seconds, and those of agents that a message was typed to much more often, until it shows there. A record
/// that cannot be read for a while (a file system that hangs) holds up no look at the machine and no answer to anybody.
/// </summary>
public sealed partial class RecordLoop(
    RecordObserver observer, AwaitedProofs awaited, DeliveryProof proof, TimeProvider time, ILogger<RecordLoop> logger) : BackgroundService
{
    /// <summary>How often all records are looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>How often those are that somebody waits for.</summary>
    private static readonly TimeSpan Hurry = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lastOfAll = time.GetTimestamp() - time.TimestampFrequency;
        while (!stoppingToken.IsCancellationRequested)
        {
            var begun = awaited.NextAsync();
            var all = time.GetElapsedTime(lastOfAll) >= Interval;
            if (all) lastOfAll = time.GetTimestamp();
            await RoundAsync(all, stoppingToken);
            var pause = Task.Delay(awaited.IsEmpty ? Interval : Hurry, time, stoppingToken);
            await Task.WhenAny(pause, begun);
        }
    }

    private async Task RoundAsync(bool all, CancellationToken stoppingToken)
    {
        try
        {
            await observer.ObserveAsync(sessionId => all || awaited.Contains(sessionId), stoppingToken);
            if (all) await proof.GiveUpAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (Exception failure) when (failure is AtheneException or DaprException or HttpRequestException or InvalidOperationException)
        {
            LogRoundFailed(logger, failure);
        }
    }
}
