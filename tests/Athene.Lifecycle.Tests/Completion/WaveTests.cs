using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Completion;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Tests.Completion;

public sealed class WaveTests
{
    private static readonly SessionDocument Ended = Sample.Session(SessionState.Terminated, SessionReason.PrMerged);

    [Fact]
    public void Case090_All_are_asked_for_only_when_a_worker_ends()
    {
        new Scene().Hear(Sample.Session(activity: Activity.Active)).Hear(Ended).Hear(Ended).All<SumUp>().Count.ShouldBe(1);
        new Scene().Hear(Sample.Session(activity: Activity.Active)).Hear(Sample.Session(activity: Activity.Ready)).All<SumUp>().ShouldBeEmpty();
        new Scene().Hear(Sample.Session() with { Kind = SessionKind.Orchestrator }).Hear(Ended with { Kind = SessionKind.Orchestrator }).All<SumUp>().ShouldBeEmpty();
        new Scene().Hear(Sample.Session()).Hear(Sample.Signal(Contracts.Events.EventTypes.Killed, null, 900)).All<SumUp>().Count.ShouldBe(1);
    }

    [Fact]
    public void Case090_WaveOfSessions_has_one_name_until_another_begins_or_comes_back()
    {
        var second = Worker("app-2", Sample.Now.AddMinutes(-1), Sample.Now.AddHours(1));
        var first = Wave.OverOf([Ended, second])!;

        Wave.OverOf([second, Ended])!.Id.ShouldBe(first.Id);
        Wave.OverOf([Ended with { RestoredAt = Sample.Now.AddHours(2) }, second])!.Id.ShouldNotBe(first.Id);
        first.Counts.ShouldBe("2 cleanup");
    }

    [Fact]
    public void Wave_with_a_live_worker_or_without_any_is_not_over_and_an_orchestrator_does_not_count()
    {
        Wave.OverOf([]).ShouldBeNull();
        Wave.OverOf([Ended, Sample.Session() with { Id = "app-2" }]).ShouldBeNull();
        Wave.OverOf([Ended, Sample.Session() with { Id = "o-1", Kind = SessionKind.Orchestrator }]).ShouldNotBeNull();
        Wave.OverOf([Sample.Session() with { Kind = SessionKind.Orchestrator }]).ShouldBeNull();
    }

    [Fact]
    public void Wave_counts_only_sessions_since_the_last_time_that_none_lived()
    {
        var (old, first, second) = (Worker("app-1", Sample.Now, Sample.Now.AddHours(1)),
            Worker("app-2", Sample.Now.AddHours(2), Sample.Now.AddHours(4)), Worker("app-3", Sample.Now.AddHours(3), Sample.Now.AddHours(5)));
        Wave.OverOf([old, first, second])!.Sessions.Select(session => session.Id).ShouldBe(["app-3", "app-2"]);
    }

    private static SessionDocument Worker(string id, DateTimeOffset since, DateTimeOffset until) => Ended with
    {
        Id = id,
        CreatedAt = since,
        Lifecycle = Ended.Lifecycle with { Session = Ended.Lifecycle.Session with { LastTransitionAt = until } },
    };
}
