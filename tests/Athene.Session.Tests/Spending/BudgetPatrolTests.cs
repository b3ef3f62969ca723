using System.Collections.Concurrent;
using Athene.Configuration;
using Athene.Configuration.Budgets;
using Athene.Contracts.Budgets;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Observing;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Spending;
using Athene.Session.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Session.Tests.Spending;

public sealed class BudgetPatrolTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("fails")]
    [InlineData("hangs")]
    public async Task Patrol_sessionThatCannotBeEnded_keepsNoOtherBudgetFromItsDemand(string how)
    {
        using var ledger = store.NewLedger();
        await AddAsync(ledger, $"{how}-1");
        await AddAsync(ledger, $"{how}-2");
        var kills = new Kills(sessionId => sessionId != $"{how}-1" ? Task.CompletedTask
            : how == "fails" ? Task.FromException(new InvalidOperationException("It does not end."))
            : Task.Delay(Timeout.InfiniteTimeSpan, None));
        using var patrol = new BudgetPatrol(
            ledger, new LiveSessions(ledger, TimeProvider.System), kills, new EventFeed(),
            new AtheneConfiguration { Budgets = new BudgetsConfiguration(Session: new Budget(Usd: 1, Action: BudgetAction.Stop)) },
            TimeProvider.System, NullLogger<BudgetPatrol>.Instance);

        await patrol.StartAsync(None);

        await Eventually.TrueAsync(() => Task.FromResult(kills.Asked.Contains($"{how}-1") && kills.Asked.Contains($"{how}-2")), "the end of both sessions");
        await patrol.StopAsync(None);
    }

    private static Task<SessionRecord> AddAsync(Ledger ledger, string sessionId) => ledger.WriteAsync(
        "app",
        sessionId,
        draft =>
        {
            draft.Project = (draft.Project ?? new ProjectRecord { Id = "app" }).WithLive(sessionId);
            return draft.Session = Samples.Session(sessionId) with
            {
                Runtime = new RuntimeDocument("tmux", sessionId), Spent = SessionSpending.Nothing.With("c1", new Amount(0, 2m)).After,
            };
        },
        None);

    /// <summary>Kills that go as a test wants.</summary>
    private sealed class Kills(Func<string, Task> course) : IKills
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public async Task<KillResult> KillAsync(string sessionId, KillRequest request, CancellationToken cancellationToken)
        {
            Asked.Enqueue(sessionId);
            await course(sessionId);
            return new KillResult(Cleaned: true, AlreadyTerminated: false, RescueRef: null);
        }
    }
}
