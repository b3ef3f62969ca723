using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.Watching;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Tests.Watching;

public sealed class ScheduleTests
{
    private static readonly PullRequestFacts Open = PullRequestFacts.Of(Samples.Snapshot);

    private readonly FakeTimeProvider clock = new(Samples.Start);
    private readonly Schedule schedule;

    public ScheduleTests() => schedule = new Schedule(new PollingConfiguration(), clock);

    [Fact]
    public void Take_newTargets_areReadTogetherAtOnce()
    {
        schedule.Follow([Samples.Target(1), Samples.Target(2)]);

        schedule.Take().Single().Targets.ShouldBe([Samples.Target(1), Samples.Target(2)], ignoreOrder: true);
    }

    [Fact]
    public void Take_moreThanOneRequestHolds_isSeveralRequestsASecondApart()
    {
        schedule.Follow([.. Enumerable.Range(1, 120).Select(number => Samples.Target(number))]);

        Rounds(TimeSpan.FromSeconds(5)).Select(round => round.Count).ShouldBe([50, 50, 20]);
    }

    [Fact]
    public void Take_whileTheHostIsAsked_isNothing()
    {
        schedule.Follow([Samples.Target(1)]);
        schedule.Take();
        HintNow();
        clock.Advance(TimeSpan.FromMinutes(1));

        schedule.Take().ShouldBeEmpty();
        schedule.NextAt().ShouldBeNull();
    }

    [Fact]
    public void Hint_burst_isFollowedAtOnceAndThenTogether()
    {
        schedule.Follow([Samples.Target(1), Samples.Target(2), Samples.Target(3)]);
        Rounds(TimeSpan.FromSeconds(2));
        Hint(1);
        Read().ShouldBe([1]);
        Hint(2);
        Hint(3);
        schedule.Take().ShouldBeEmpty();

        clock.Advance(HostPace.Spacing);

        Read().ShouldBe([2, 3], ignoreOrder: true);
    }

    [Fact]
    public void Hint_whileTheHostIsAsked_isFollowedOnceMore()
    {
        schedule.Follow([Samples.Target(1)]);
        var asked = schedule.Take().Single();
        Hint(1);
        schedule.Settle(asked, [new TargetReading(Samples.Target(1), Open, clock.GetUtcNow())]);
        clock.Advance(HostPace.Spacing);

        Read().ShouldBe([1]);
    }

    [Fact]
    public void Hint_thatBringsNothing_isLookedAtOnceMore()
    {
        schedule.Follow([Samples.Target(1)]);
        Rounds(TimeSpan.FromMinutes(20));
        Hint(1);

        Rounds(TimeSpan.FromSeconds(25)).Count.ShouldBe(2);
    }

    [Fact]
    public void Settle_quietOnes_areReadEveryTwoMinutes()
    {
        schedule.Follow([Samples.Target(1)]);
        Rounds(TimeSpan.FromMinutes(30));

        Rounds(TimeSpan.FromHours(1)).Count.ShouldBeInRange(29, 31);
    }

    [Fact]
    public void Settle_whereWebhooksWork_isReadEveryTenMinutesUntilOneIsMissed()
    {
        schedule.Follow([Samples.Target(1)]);
        schedule.HearOf(Samples.Host, "Acme/App");
        Rounds(TimeSpan.FromMinutes(30));
        Rounds(TimeSpan.FromHours(1)).Count.ShouldBeInRange(5, 7);

        var found = new TargetReading(Samples.Target(1), Open, clock.GetUtcNow(), WasNews: true);
        clock.Advance(TimeSpan.FromMinutes(10));
        schedule.Settle(schedule.Take().Single(), [found]);
        Rounds(TimeSpan.FromMinutes(30));

        Rounds(TimeSpan.FromHours(1)).Count.ShouldBeGreaterThan(25);
    }

    [Fact]
    public void Settle_hostThatIsAway_isAskedLessAndLessOftenAndAllStaysDue()
    {
        var away = new AtheneException(ErrorTypes.TrackerUnauthorized, 502, "gone");
        schedule.Follow([Samples.Target(1)]);

        var rounds = Rounds(TimeSpan.FromHours(1), target => new TargetReading(target, null, Problem: away)).Count;

        rounds.ShouldBeInRange(15, 25);
        schedule.View().Hosts[Samples.Host].AwaySince.ShouldBe(Samples.Start);
        clock.Advance(TimeSpan.FromMinutes(5));
        Read().ShouldBe([1]);
        schedule.View().Hosts[Samples.Host].AwaySince.ShouldBeNull();
    }

    [Fact]
    public void Settle_oneThatTheHostDoesNotTell_doesNotDelayTheOthers()
    {
        var missing = new AtheneException(ErrorTypes.PullRequestNotFound, 404, "gone");
        schedule.Follow([Samples.Target(1), Samples.Target(2)]);

        var rounds = Rounds(TimeSpan.FromMinutes(5), target => target.Query.Number == 1 ? new TargetReading(target, null, Problem: missing) : Quiet(target));

        rounds.Count(round => round.Contains(2)).ShouldBeGreaterThan(8);
        schedule.View().Targets[Samples.Target(1)].Problem.ShouldBe("gone");
    }

    [Fact]
    public void Follow_targetsThatLeft_areNotReadAgain()
    {
        schedule.Follow([Samples.Target(1)]);
        schedule.Follow([]);

        schedule.NextAt().ShouldBeNull();
    }

    [Theory]
    [InlineData(false, 600)]
    [InlineData(true, 100)]
    public void Take_hundredIdlePullRequests_staysInTheBudgetOfAnHour(bool hasWebhooks, int most)
    {
        List<WatchTarget> watched = [];
        foreach (var number in Enumerable.Range(1, 100))
        {
            watched.Add(Samples.Target(number));
            schedule.Follow(watched);
            Rounds(TimeSpan.FromSeconds(7));
        }

        Rounds(TimeSpan.FromMinutes(30));
        if (hasWebhooks) schedule.HearOf(Samples.Host, "acme/app");
        Rounds(TimeSpan.FromMinutes(5));

        // A round may take two requests: has it changed, and how does it stand.
        (Rounds(TimeSpan.FromHours(1)).Count * 2).ShouldBeLessThanOrEqualTo(most);
    }

    private static TargetReading Quiet(WatchTarget target) => new(target, Open, Samples.Start);

    private void Hint(int number) => schedule.Hint((target, _) => target.Query.Number == number ? Urgency.Now : Urgency.Nothing);

    private void HintNow() => schedule.Hint((_, _) => Urgency.Now);

    private IReadOnlyList<int> Read() => Read(Quiet);

    private IReadOnlyList<int> Read(Func<WatchTarget, TargetReading> answer)
    {
        var asked = schedule.Take().Single();
        schedule.Settle(asked, [.. asked.Targets.Select(answer)]);
        return [.. asked.Targets.Select(target => target.Query.Number!.Value)];
    }

    /// <summary>Reads whatever is due, whenever it is, for a while.</summary>
    private List<IReadOnlyList<int>> Rounds(TimeSpan duration, Func<WatchTarget, TargetReading>? answer = null)
    {
        var end = clock.GetUtcNow() + duration;
        List<IReadOnlyList<int>> rounds = [];
        while (schedule.NextAt() is { } next && next < end)
        {
            if (next > clock.GetUtcNow()) clock.Advance(next - clock.GetUtcNow());
            rounds.Add(Read(answer ?? Quiet));
        }

        clock.Advance(end - clock.GetUtcNow());
        return rounds;
    }
}
