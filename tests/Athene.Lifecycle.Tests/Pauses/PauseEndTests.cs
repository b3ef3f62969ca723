using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Tests.Pauses;

public sealed class PauseEndTests
{
    private static readonly DateTimeOffset Until = Sample.Now.AddHours(3);

    [Fact]
    public void Limit_of_the_plan_is_told_once_and_is_no_silence()
    {
        var scene = new Scene().Hear(Limited()).Hear(Limited()).Wait(TimeSpan.FromHours(2));

        scene.Notices.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.Type.ShouldBe("session.usage_limit"),
            notice => notice.Body.ShouldContain("athene resume app-1"));
        scene.Effects.Select(pending => pending.Effect).OfType<MoveSession>().ShouldBeEmpty();
    }

    [Fact]
    public void Question_of_an_agent_at_its_limit_needs_nobody() =>
        new Scene().Hear(Limited() with { Activity = Activity.WaitingInput }).Effects.Select(pending => pending.Effect).OfType<MoveSession>().ShouldBeEmpty();

    [Fact]
    public void Pause_ends_when_its_time_has_come_and_tells_the_agent_nothing_unless_that_was_wanted()
    {
        var scene = new Scene().Hear(Limited()).Wait(TimeSpan.FromHours(4));

        Resumes(scene).ShouldHaveSingleItem().ShouldBe(new ResumeRequest("pause-1"));
    }

    [Fact]
    public void Reaction_resume_tells_the_agent_once_to_go_on_within_a_minute()
    {
        var scene = new Scene(Sample.PolicyOf("usage-limit: { action: resume }")).Hear(Limited());
        scene.Wait(TimeSpan.FromHours(3).Subtract(TimeSpan.FromSeconds(1)));
        Resumes(scene).ShouldBeEmpty();

        scene.Wait(TimeSpan.FromSeconds(62)).Hear(Limited()).Wait(TimeSpan.FromHours(1));

        Resumes(scene).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            resume => resume.PauseId.ShouldBe("pause-1"),
            resume => resume.Message.ShouldNotBeNull().ShouldContain("Go on"));
    }

    [Fact]
    public void Pause_without_an_end_is_left_to_a_person() =>
        Resumes(new Scene().Hear(Limited(until: null)).Wait(TimeSpan.FromDays(2))).ShouldBeEmpty();

    [Fact]
    public void Budget_of_a_day_ends_the_pause_and_tells_the_agent_nothing()
    {
        var spent = Limited() with { Paused = new SessionPause("pause-1", PauseReason.Budget, Sample.Now, Until, "spent") };
        var scene = new Scene(Sample.PolicyOf("usage-limit: { action: resume }")).Hear(spent).Wait(TimeSpan.FromHours(4));

        Resumes(scene).ShouldHaveSingleItem().Message.ShouldBeNull();
        scene.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Session_that_goes_on_has_its_patience_from_then()
    {
        var resumed = Limited() with { Paused = null, ResumedAt = Until };
        var scene = new Scene().Hear(Limited()).Wait(TimeSpan.FromHours(3)).Hear(resumed);

        scene.Wait(TimeSpan.FromMinutes(9)).Effects.Select(pending => pending.Effect).OfType<MoveSession>().ShouldBeEmpty();
        scene.Wait(TimeSpan.FromMinutes(2)).Effects.Select(pending => pending.Effect).OfType<MoveSession>()
            .ShouldHaveSingleItem().Request.State.ShouldBe(SessionState.Stuck);
    }

    private static IReadOnlyList<ResumeRequest> Resumes(Scene scene) =>
        [.. scene.Effects.Select(pending => pending.Effect).OfType<ResumeSession>().Select(resume => resume.Request)];

    private static SessionDocument Limited() => Limited(Until);

    private static SessionDocument Limited(DateTimeOffset? until) => Sample.Session(activity: Activity.Blocked, activeSince: Sample.Now) with
    {
        Paused = new SessionPause("pause-1", PauseReason.UsageLimit, Sample.Now, until, "You've hit your limit"),
    };
}
