using Athene.Contracts.Errors;
using Athene.Session.Machine.Hooks;
using Athene.Session.Records;

namespace Athene.Session.Hooks;

/// <summary>Takes in what programs inside sessions have left: at the start what came while nothing ran, then whatever arrives.</summary>
public sealed partial class SpoolReader(HookSpool spool, HookIntake intake, ILedger ledger, TimeProvider time, ILogger<SpoolReader> logger)
    : BackgroundService
{
    /// <summary>How often everything is looked at, for arrivals that nobody told of, and for sessions that have ended.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>A fact that was refused so often is given up: it keeps those after it from being heard.</summary>
    private const int MostTries = 5;

    private readonly RefusedFacts refused = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        StartWatching();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TakeAllAsync(stoppingToken);
                await TakeArrivalsAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is AtheneException or DaprException or HttpRequestException or InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                LogRoundFailed(logger, failure);
                await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void StartWatching()
    {
        try
        {
            spool.Watch();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotWatching(logger, failure, Interval);
        }
    }

    private async Task TakeAllAsync(CancellationToken cancellationToken)
    {
        var sessions = spool.Sessions();
        var known = (await ledger.ListSessionsAsync(sessions, cancellationToken)).ToDictionary(session => session.Id);
        foreach (var sessionId in sessions)
        {
            if (known.GetValueOrDefault(sessionId) is { Retired: false }) await TakeAsync(sessionId, cancellationToken);
            else Close(sessionId);
        }
    }

    private void Close(string sessionId)
    {
        refused.Forget(sessionId);
        try
        {
            spool.Close(sessionId);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogSessionUnreadable(logger, failure, sessionId);
        }
    }

    private async Task TakeArrivalsAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Interval);
        try
        {
            while (await spool.Arrivals.WaitToReadAsync(limit.Token))
            {
                var arrived = new HashSet<string>(StringComparer.Ordinal);
                while (spool.Arrivals.TryRead(out var sessionId)) arrived.Add(sessionId);
                foreach (var sessionId in arrived) await TakeAsync(sessionId, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look at everything again.
        }
    }

    private async Task TakeAsync(string sessionId, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var entry in spool.Read(sessionId))
            {
                if (entry.Fact is not { } fact) LogUnreadable(logger, entry.Path);
                else if (!await TryApplyAsync(sessionId, fact, cancellationToken)) return;
                spool.Remove(entry);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What a program did to its own session's directory must not keep the others from being heard.
            LogSessionUnreadable(logger, failure, sessionId);
        }
    }

    /// <returns>True when nothing more is to be done about the fact.</returns>
    private async Task<bool> TryApplyAsync(string sessionId, HookFact fact, CancellationToken cancellationToken)
    {
        try
        {
            await intake.ApplyAsync(sessionId, fact, cancellationToken);
        }
        catch (AtheneException refusal) when (refused.Count(sessionId, fact.Id) < MostTries)
        {
            LogRefused(logger, refusal, fact.Source, fact.Event, sessionId);
            return false;
        }
        catch (AtheneException refusal)
        {
            LogGivenUp(logger, refusal, fact.Source, fact.Event, sessionId, MostTries);
        }

        refused.Forget(sessionId);
        return true;
    }
}
