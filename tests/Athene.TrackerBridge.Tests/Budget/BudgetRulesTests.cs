using System.Net;
using Athene.TrackerBridge.Budget;

namespace Athene.TrackerBridge.Tests.Budget;

public sealed class BudgetRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Reset = Now + TimeSpan.FromMinutes(30);

    [Theory]
    [InlineData(5000, RequestPurpose.Watching, true)]
    [InlineData(2001, RequestPurpose.Watching, true)]
    [InlineData(2000, RequestPurpose.Watching, false)]
    [InlineData(0, RequestPurpose.Watching, false)]
    [InlineData(2000, RequestPurpose.Asked, true)]
    [InlineData(0, RequestPurpose.Asked, true)]
    public void Reserve_isLeftToPeople(int remaining, RequestPurpose purpose, bool mayAsk) =>
        (PauseAfter(Answer(HttpStatusCode.OK, remaining), purpose) is null).ShouldBe(mayAsk);

    [Fact]
    public void Reserve_endsWithThePeriod()
    {
        var state = After(BudgetState.Fresh, Answer(HttpStatusCode.OK, 10));

        BudgetRules.PauseFor(state, "core", RequestPurpose.Watching, 40, Now).ShouldNotBeNull().Until.ShouldBe(Reset);
        BudgetRules.PauseFor(state, "core", RequestPurpose.Watching, 40, Reset).ShouldBeNull();
        BudgetRules.PauseFor(state, "graphql", RequestPurpose.Watching, 40, Now).ShouldBeNull();
    }

    [Theory]
    [InlineData(RequestPurpose.Watching)]
    [InlineData(RequestPurpose.Asked)]
    public void RetryAfter_isForEverybody(RequestPurpose purpose)
    {
        var pause = PauseAfter(Answer(HttpStatusCode.Forbidden, 4000) with { RetryAfter = TimeSpan.FromSeconds(90), IsRefusal = true }, purpose).ShouldNotBeNull();

        (pause.Until - Now).ShouldBeInRange(TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(91));
    }

    [Fact]
    public void RefusalWithoutATime_isAMinuteAndLongerEachTime()
    {
        var (state, now) = (BudgetState.Fresh, Now);
        List<double> minutes = [];
        foreach (var _ in Enumerable.Range(0, 6))
        {
            state = BudgetRules.After(state, Answer(HttpStatusCode.TooManyRequests, 4000) with { IsRefusal = true }, now, 0);
            minutes.Add((state.Pause!.Until - now).TotalMinutes);
            now = state.Pause.Until;
        }

        minutes.ShouldBe([1, 2, 4, 8, 15, 15]);
    }

    [Fact]
    public void Success_doesNotLiftWhatTheHostAskedFor()
    {
        var paused = After(BudgetState.Fresh, Answer(HttpStatusCode.Forbidden, 4000) with { RetryAfter = TimeSpan.FromSeconds(90), IsRefusal = true });

        After(paused, Answer(HttpStatusCode.OK, 3999)).Pause.ShouldBe(paused.Pause);
    }

    [Fact]
    public void Failures_inARow_pauseThoseWhoWatchUntilOneSucceeds()
    {
        var state = Enumerable.Range(0, 3).Aggregate(BudgetState.Fresh, (known, _) => After(known, new HostAnswer(HttpStatusCode.BadGateway, "core")));

        BudgetRules.PauseFor(state, "core", RequestPurpose.Watching, 40, Now).ShouldNotBeNull();
        BudgetRules.PauseFor(state, "core", RequestPurpose.Asked, 40, Now).ShouldBeNull();
        After(state, Answer(HttpStatusCode.OK, 4000)).Pause.ShouldBeNull();
    }

    [Fact]
    public void Answers_thatOvertakeEachOther_leaveTheSmallerNumber()
    {
        var state = After(After(BudgetState.Fresh, Answer(HttpStatusCode.OK, 100)), Answer(HttpStatusCode.OK, 101));

        state.Allowances["core"].Remaining.ShouldBe(100);
        After(state, new HostAnswer(HttpStatusCode.OK, "core", new Allowance(5000, 4999, Reset + TimeSpan.FromHours(1)))).Allowances["core"].Remaining.ShouldBe(4999);
    }

    [Fact]
    public void Answers_ofThePeriodBefore_sayNothingOfThisOne()
    {
        var next = After(BudgetState.Fresh, new HostAnswer(HttpStatusCode.OK, "core", new Allowance(5000, 4999, Reset + TimeSpan.FromHours(1))));

        After(next, Answer(HttpStatusCode.OK, 0)).Allowances["core"].Remaining.ShouldBe(4999);
    }

    private static HostAnswer Answer(HttpStatusCode status, int remaining) => new(status, "core", new Allowance(5000, remaining, Reset));

    private static BudgetState After(BudgetState state, HostAnswer answer) => BudgetRules.After(state, answer, Now, 0.5);

    private static HostPause? PauseAfter(HostAnswer answer, RequestPurpose purpose) => BudgetRules.PauseFor(After(BudgetState.Fresh, answer), "core", purpose, 40, Now);
}
