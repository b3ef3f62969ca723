using Athene.Sidecar.Actors;
using Athene.Sidecar.Actors.Callbacks;
using Athene.Sidecar.Actors.Reminders;

namespace Athene.Sidecar.Tests.Actors;

public sealed class ReminderStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AfterFailure_one_shot_is_retried_ever_more_seldom_and_never_given_up()
    {
        var reminder = Due(FailurePolicy.Patient);
        Enumerable.Range(1, 12).Select(failures => (reminder.AfterFailure(failures, Now).At - Now).TotalSeconds)
            .ShouldBe([1, 1, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
    }

    [Fact]
    public void AfterFailure_past_the_time_to_live_is_the_end() =>
        Due(FailurePolicy.Patient, timeToLive: "5s").AfterFailure(6, Now).ShouldBe(ReminderStep.End);

    [Fact]
    public void AfterFailure_drop_is_the_end_of_a_one_shot() => Due(FailurePolicy.Drop).AfterFailure(1, Now).ShouldBe(ReminderStep.End);

    [Fact]
    public void AfterFailure_drop_goes_on_with_the_next_tick()
    {
        var step = Due(FailurePolicy.Drop, "R3/PT5S").AfterFailure(1, Now);
        step.At.ShouldBe(Now.AddSeconds(5));
        step.Schedule!.Left.ShouldBe(2);
    }

    [Fact]
    public void AfterFailure_constant_policy_retries_as_often_as_it_says()
    {
        var reminder = Due(new FailurePolicy(TimeSpan.FromSeconds(3), MaxRetries: 2));
        reminder.AfterFailure(1, Now).At.ShouldBe(Now.AddSeconds(3));
        reminder.AfterFailure(2, Now).At.ShouldBe(Now.AddSeconds(3));
        reminder.AfterFailure(3, Now).ShouldBe(ReminderStep.End);
    }

    [Fact]
    public void AfterFailure_retry_that_would_meet_the_next_tick_becomes_it_and_does_not_count()
    {
        var step = Due(FailurePolicy.Patient, "R3/PT2S").AfterFailure(5, Now.AddSeconds(1));
        step.At.ShouldBe(Now.AddSeconds(2));
        step.Failures.ShouldBe(0);
        step.Schedule!.Left.ShouldBe(3);
    }

    [Fact]
    public void AfterSuccess_one_shot_is_over() => Due(FailurePolicy.Patient).AfterSuccess(Now).ShouldBe(ReminderStep.End);

    private static Reminder Due(FailurePolicy policy, string period = "", string timeToLive = "") => new(
        1, new ReminderKey(new ActorKey("T", "1"), "r"), null, "0s", TickSchedule.Read("0s", TickPeriod.Parse(period), timeToLive, Now), policy);
}
