using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.Watching;

/// <summary>Reads what is due, host by host; a host that does not answer delays nobody else.</summary>
public sealed partial class WatchLoop(
    Watch watch, Schedule schedule, PullRequestWatch pullRequests, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<WatchLoop> logger) : BackgroundService
{
    /// <summary>How often sessions are listed anew, in case that an event was lost or an old one came late.</summary>
    private static readonly TimeSpan ListingInterval = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    private readonly List<Task> underWay = [];

    private DateTimeOffset listAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, lifetime.ApplicationStarted).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (!stoppingToken.IsCancellationRequested) await RoundAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was under way is read again at the next start.
        }

        await Task.WhenAll(underWay);
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() >= listAt) await ListAsync(cancellationToken);
        var changed = schedule.WhenChanged;
        underWay.RemoveAll(reading => reading.IsCompleted);
        underWay.AddRange(schedule.Take().Select(due => ReadAsync(due, cancellationToken)));
        await WaitAsync(changed, cancellationToken);
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            await watch.ListAgainAsync(cancellationToken);
            listAt = time.GetUtcNow() + ListingInterval;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNotListed(failure);
            listAt = time.GetUtcNow() + PauseAfterFailure;
        }
    }

    private async Task ReadAsync(DueTargets due, CancellationToken cancellationToken)
    {
        try
        {
            var readings = await pullRequests.ReadAsync(due, cancellationToken);
            Note(due.Host, schedule.Settle(due, readings));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (AtheneException refused)
        {
            Note(due.Host, Fail(due, refused));
        }
        catch (Exception failure)
        {
            // Whatever it is, it must not end the watching of this host: all that was asked stays due.
            LogNotRead(failure, due.Host.Provider, due.Targets.Count);
            Fail(due, new AtheneException(ErrorTypes.Internal, StatusCodes.Status500InternalServerError, failure.Message, innerException: failure));
        }
    }

    private (HostStanding Before, HostStanding After) Fail(DueTargets due, AtheneException problem) =>
        schedule.Settle(due, [.. due.Targets.Select(target => new TargetReading(target, null, Problem: problem))]);

    private void Note(WatchedHost host, (HostStanding Before, HostStanding After) standing)
    {
        if (standing is { Before.AwaySince: null, After.AwaySince: not null }) LogAway(host.Provider, host.ApiUrl, standing.After.Problem);
        if (standing is { Before.AwaySince: { } since, After.AwaySince: null }) LogBack(host.Provider, host.ApiUrl, since);
    }

    private async Task WaitAsync(Task changed, CancellationToken cancellationToken)
    {
        var next = schedule.NextAt() is { } due && due < listAt ? due : listAt;
        var pause = next - time.GetUtcNow();
        if (pause <= TimeSpan.Zero) return;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(changed, Task.Delay(pause, time, waiting.Token));
        await waiting.CancelAsync();
    }
}
