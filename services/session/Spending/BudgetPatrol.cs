using System.Collections.Concurrent;
using Athene.Configuration;
using Athene.Configuration.Budgets;
using Athene.Contracts.Budgets;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Observing;
using Athene.Session.Pauses;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Spending;

/// <summary>
/// Does what a spent budget demands, with every session that draws on it: at the start, and when one is spent. A session that a person brought back since
/// is left alone: that was the person's word.
/// </summary>
public sealed partial class BudgetPatrol(
    ILedger ledger, LiveSessions live, IKills kills, EventFeed feed, AtheneConfiguration configuration, TimeProvider time, ILogger<BudgetPatrol> logger)
    : BackgroundService
{
    /// <summary>The longest time until a session is looked at again that was not to be touched when its budget was spent.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> heeding = new();

    private bool HasBudgets => configuration.Projects.Keys.Append("").Any(project => configuration.BudgetsOf(project) != new BudgetsConfiguration());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!HasBudgets) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Listen before looking, so that no budget is spent between the two.
            using var happenings = feed.Listen();
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, failure);
            }

            await UntilNewsAsync(happenings, stoppingToken);
        }
    }

    private async Task UntilNewsAsync(EventFeed.Subscription happenings, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(Interval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, limit.Token);
        try
        {
            await foreach (var happened in happenings.Reader.ReadAllAsync(either.Token))
            {
                if (happened.Kind is EventKinds.BudgetSpent or EventKinds.Spawned) return;
            }
        }
        catch (OperationCanceledException)
        {
            // Time has passed, or the service stops.
        }
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        var today = await ledger.ReadTodayAsync(cancellationToken);
        foreach (var session in await live.ReadAsync(cancellationToken))
        {
            if (session is not { Runtime: not null, HeldBy: null, Lifecycle.IsTerminal: false }) continue;
            if (BudgetRules.Demand(BudgetUse.Of(configuration.BudgetsOf(session.ProjectId), session, today)) is not { } spent) continue;
            // One that waits for its plan's limit spends nothing; when it goes on, this is for it too.
            var rests = session.Paused is { Reason: PauseReason.UsageLimit } && spent.Budget.Action is BudgetAction.Pause;
            if (!rests && session.BudgetHeeded != MarkOf(spent, today)) _ = TryHeedAsync(session, spent, today, cancellationToken);
        }
    }

    // To end a session takes a while, and may fail: neither may keep a budget of others from what it demands.
    private async Task TryHeedAsync(SessionRecord session, BudgetUse spent, SpendingDay today, CancellationToken cancellationToken)
    {
        if (!heeding.TryAdd(session.Id, true)) return;
        try
        {
            await HeedAsync(session, spent, today, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next process finds the budget spent.
        }
        catch (Exception failure)
        {
            LogNotHeeded(logger, failure, session.Id, BudgetRules.NameOf(spent));
        }
        finally
        {
            heeding.TryRemove(session.Id, out _);
        }
    }

    private async Task HeedAsync(SessionRecord session, BudgetUse spent, SpendingDay today, CancellationToken cancellationToken)
    {
        if (spent.Budget.Action is BudgetAction.Stop)
        {
            LogStopped(logger, session.Id, BudgetRules.NameOf(spent));
            await kills.KillAsync(session.Id, new KillRequest("auto_cleanup"), cancellationToken);
        }

        await ledger.WriteAsync(session.ProjectId, session.Id, draft => Heed(draft, spent, MarkOf(spent, today)), cancellationToken);
    }

    private bool Heed(LedgerDraft draft, BudgetUse spent, string mark)
    {
        if (draft.Session is not { } session) return false;
        var heeded = session.Lifecycle.IsTerminal ? session : BudgetRules.Paused(session, spent, draft.Now, Midnight.After(time.GetLocalNow(), time.LocalTimeZone));
        if (PauseTidings.Of(session, heeded) is { } tidings) draft.Record(tidings);
        draft.Session = heeded with { BudgetHeeded = mark };
        return true;
    }

    private static string MarkOf(BudgetUse spent, SpendingDay today) =>
        FormattableString.Invariant($"{spent.Scope} {spent.Budget.Action} {(spent.Scope is BudgetScope.Session ? "" : $"{today.Date:yyyy-MM-dd}")}");
}
