using Athene.Configuration;
using Athene.Configuration.Budgets;
using Athene.Contracts.Budgets;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Records;
using Athene.Session.Spending;

namespace Athene.Session.Tests.Spending;

public sealed class BookkeepingTests
{
    private readonly LedgerDraft draft = new(
        new ProjectRecord { Id = "app" }, Samples.Session(), DateTimeOffset.UnixEpoch, day: SpendingDay.Of(new DateOnly(2026, 11, 23)));

    [Fact]
    public void Book_tellsNearlyAndSpent_eachOnce()
    {
        var books = BooksOf(new BudgetsConfiguration(Project: new Budget(Usd: 10)));

        foreach (var dollars in (decimal[])[7.9m, 8m, 9m, 10m, 12m]) books.Book(draft, Info("c1", dollars));

        draft.Happenings.Select(happening => happening.Kind).ShouldBe([EventKinds.BudgetWarned, EventKinds.BudgetSpent]);
        draft.Happenings[0].Summary.ShouldBe("The budget of today for app is used to 80 %: $8.00 of $10.00");
        draft.Day.Of("app").Usd.ShouldBe(12m);
    }

    [Fact]
    public void Book_tellsOfASessionsOwnBudgetOnce_onWhateverDays()
    {
        var books = BooksOf(new BudgetsConfiguration(Session: new Budget(Usd: 10), Project: new Budget(Usd: 2)));
        books.Book(draft, Info("c1", 12m));
        var next = new LedgerDraft(draft.Project, draft.Session, draft.Now.AddDays(1), day: SpendingDay.Of(draft.Day.Date.AddDays(1)));

        books.Book(next, Info("c1", 15m));

        draft.Happenings.Count(happening => happening.SessionId is not null).ShouldBe(1);
        next.Happenings.ShouldHaveSingleItem().SessionId.ShouldBeNull();
    }

    [Fact]
    public void Book_tellsAgain_ofALimitThatWasRaisedAndReachedAgain()
    {
        BooksOf(new BudgetsConfiguration(Session: new Budget(Usd: 10))).Book(draft, Info("c1", 12m));
        BooksOf(new BudgetsConfiguration(Session: new Budget(Usd: 20))).Book(draft, Info("c1", 25m));

        draft.Happenings.Select(happening => happening.Kind).ShouldBe([EventKinds.BudgetSpent, EventKinds.BudgetSpent]);
    }

    [Fact]
    public void Book_countsTokensWithoutWhatCameFromTheCache()
    {
        BooksOf(new BudgetsConfiguration()).Book(draft, new AgentInfoDocument("c1", Tokens: new TokenUsageDocument(100, 20, 5000, 3)));

        draft.Session!.Spent!.Total.Tokens.ShouldBe(123);
    }

    [Fact]
    public void Book_ofAConversationWithoutAName_waitsForTheName()
    {
        BooksOf(new BudgetsConfiguration()).Book(draft, Info(null, 5m));

        draft.Session!.Spent.ShouldBeNull();
    }

    [Fact]
    public void Demand_isTheStrictestOfWhatIsSpent()
    {
        var budgets = new BudgetsConfiguration(new Budget(Tokens: 1, Action: BudgetAction.Stop), new Budget(Usd: 1), new Budget(Usd: 1, Action: BudgetAction.Warn));
        BooksOf(budgets).Book(draft, Info("c1", 2m));
        var uses = BudgetUse.Of(budgets, draft.Session!, draft.Day);

        BudgetRules.Demand(uses).ShouldNotBeNull().Scope.ShouldBe(BudgetScope.Project);
        BudgetRules.ObstacleOf(uses).ShouldBe("paused: the budget of today for app is spent ($2.00 of $1.00), until 00:00");
        BudgetRules.Demand([uses[2]]).ShouldBeNull();
        BudgetRules.ObstacleOf([uses[2]]).ShouldBeNull();
    }

    [Fact]
    public void Paused_endsAtMidnight_butNotForWhatTheSessionHasSpentAsAWhole()
    {
        var midnight = DateTimeOffset.UnixEpoch.AddHours(5);
        var spent = new BudgetUse(BudgetScope.Project, "app", new Budget(Usd: 1), new Amount(0, 2));

        BudgetRules.Paused(Samples.Session(), spent, DateTimeOffset.UnixEpoch, midnight).Paused!.Until.ShouldBe(midnight);
        BudgetRules.Paused(Samples.Session(), spent with { Scope = BudgetScope.Session }, DateTimeOffset.UnixEpoch, midnight).Paused!.Until.ShouldBeNull();
    }

    [Fact]
    public void Midnight_isThatOfTheMachine_alsoWhenClocksChange()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        Midnight.After(new DateTimeOffset(2026, 10, 24, 23, 30, 0, TimeSpan.Zero), berlin).ShouldBe(new DateTimeOffset(2026, 10, 26, 0, 0, 0, TimeSpan.FromHours(1)));
    }

    private static Bookkeeping BooksOf(BudgetsConfiguration budgets) => new(new AtheneConfiguration { Budgets = budgets });

    private static AgentInfoDocument Info(string? conversation, decimal dollars) => new(conversation, CostUsd: dollars);
}
