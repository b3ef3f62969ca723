using System.Text.Json.Nodes;
using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Tests.Reactions;

public sealed class ReportWatcherTests
{
    [Fact]
    public void Case091_SilenceFromTheStart_is_told_once_and_forgotten_after_a_report()
    {
        var scene = new Scene(Sample.PolicyOf("report-no-acknowledge: { action: notify }")).Hear(Sample.Session(activity: Activity.Active));
        scene.Wait(TimeSpan.FromMinutes(9)).NoticesOf("report.no_acknowledge").ShouldBeEmpty();

        scene.Wait(TimeSpan.FromHours(1));
        for (var times = 0; times < 5; times++) scene.Hear(Sample.Session(activity: Activity.Active));
        scene.NoticesOf("report.no_acknowledge").Count.ShouldBe(1);
        scene.All<RecordOutcome>().ShouldHaveSingleItem().Kind.ShouldBe("report_watcher.triggered");

        scene.Hear(Sample.Signal(EventTypes.Reported, Sample.Session(activity: Activity.Active), id: 900, data: new JsonObject { ["state"] = "working" }));
        scene.State.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void Old_report_is_told_unless_the_agent_waits()
    {
        var policy = Sample.PolicyOf("report-stale: { action: notify }");

        Heard("working").Wait(TimeSpan.FromMinutes(31)).NoticesOf("report.stale").Count.ShouldBe(1);
        Heard("waiting").Wait(TimeSpan.FromHours(9)).NoticesOf("report.stale").ShouldBeEmpty();

        Scene Heard(string word) =>
            new Scene(policy).Hear(Sample.Signal(EventTypes.Reported, Sample.Session(activity: Activity.Active), data: new JsonObject { ["state"] = word }));
    }

    [Fact]
    public void Reports_are_not_watched_unless_that_is_configured() =>
        new Scene().Hear(Sample.Session(activity: Activity.Active)).Wait(TimeSpan.FromDays(1)).Effects.ShouldBeEmpty();

    [Fact]
    public void Agent_of_a_paused_session_need_not_report()
    {
        var policy = Sample.PolicyOf("report-stale: { action: notify }\nreport-no-acknowledge: { action: notify }");
        var paused = Sample.Session(activity: Activity.Idle) with { Paused = new SessionPause("p1", PauseReason.Budget, Sample.Now, null, "spent") };
        var silent = new Scene(policy).Hear(paused).Wait(TimeSpan.FromHours(2));
        var reported = new Scene(policy).Hear(Sample.Signal(EventTypes.Reported, paused, data: new JsonObject { ["state"] = "working" })).Wait(TimeSpan.FromHours(2));
        silent.Hear(paused with { Paused = null, ResumedAt = silent.Now }).Wait(TimeSpan.FromMinutes(9));
        reported.Hear(paused with { Paused = null, ResumedAt = reported.Now }).Wait(TimeSpan.FromMinutes(29));
        silent.Notices.Concat(reported.Notices).ShouldBeEmpty();
        silent.Wait(TimeSpan.FromMinutes(2)).NoticesOf("report.no_acknowledge").Count.ShouldBe(1);
        reported.Wait(TimeSpan.FromMinutes(2)).NoticesOf("report.stale").Count.ShouldBe(1);
    }
}
