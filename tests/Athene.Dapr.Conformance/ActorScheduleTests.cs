using Athene.Dapr.Conformance.Actors;

namespace Athene.Dapr.Conformance;

/// <summary>Reminders and timers.</summary>
[Collection(ConformanceCollection.Name)]
public sealed class ActorScheduleTests(ConformanceApp app)
{
    private readonly string name = ConformanceApp.NewId();

    private ISleeper Sleeper => app.Actors.CreateActorProxy<ISleeper>(new ActorId(name), nameof(Sleeper));

    [ConformanceFact]
    public async Task One_shot_reminder_comes_once_and_is_gone()
    {
        await Sleeper.RemindAsync(new Wakening(name, DueMs: 200));

        await ComesAsync(1);

        await Eventually.IsAsync(async () => !await Sleeper.HasReminderAsync(name));
        Actors.Sleeper.CountOf(name).ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Periodic_reminder_comes_until_it_is_deleted()
    {
        await Sleeper.RemindAsync(new Wakening(name, DueMs: 0, PeriodMs: 200));
        await ComesAsync(3);
        (await Sleeper.HasReminderAsync(name)).ShouldBeTrue();

        await Sleeper.ForgetAsync(name);

        (await Sleeper.HasReminderAsync(name)).ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task Reminder_that_is_deleted_before_it_is_due_does_not_come()
    {
        await Sleeper.RemindAsync(new Wakening(name, DueMs: 400));
        await Sleeper.ForgetAsync(name);
        var later = name + "-later";

        await Sleeper.RemindAsync(new Wakening(later, DueMs: 800));

        await ComesAsync(1, later);
        Actors.Sleeper.CountOf(name).ShouldBe(0);
    }

    [ConformanceFact]
    public async Task Reminder_with_repetitions_comes_that_often()
    {
        await Sleeper.RemindAsync(new Wakening(name, DueMs: 0, PeriodMs: 1000, Repetitions: 2));

        await ComesAsync(2);

        await Eventually.IsAsync(async () => !await Sleeper.HasReminderAsync(name));
        Actors.Sleeper.CountOf(name).ShouldBe(2);
    }

    [ConformanceFact]
    public async Task Reminder_ends_with_its_time_to_live()
    {
        await Sleeper.RemindAsync(new Wakening(name, DueMs: 0, PeriodMs: 500, TtlMs: 1200));

        await ComesAsync(2);

        await Eventually.IsAsync(async () => !await Sleeper.HasReminderAsync(name));
    }

    [ConformanceFact]
    public async Task Reminder_of_the_same_name_takes_the_place_of_the_first()
    {
        await Sleeper.RemindAsync(new Wakening(name, DueMs: 3_600_000));

        await Sleeper.RemindAsync(new Wakening(name, DueMs: 100));

        await ComesAsync(1);
    }

    [ConformanceFact]
    public async Task Reminder_outlives_the_sidecar()
    {
        await Sleeper.RemindAsync(new Wakening(name, DueMs: 500));

        await app.RestartSidecarAsync();

        await ComesAsync(1);
    }

    [ConformanceFact]
    public async Task Timer_fires_again_and_again_until_it_is_stopped()
    {
        await Sleeper.StartTimerAsync(new Wakening(name, DueMs: 0, PeriodMs: 100));
        await ComesAsync(3);
        await Sleeper.StopTimerAsync(name);
        var fired = Actors.Sleeper.CountOf(name);
        var later = name + "-later";

        await Sleeper.StartTimerAsync(new Wakening(later, DueMs: 500));

        await ComesAsync(1, later);
        // One may have been waiting for its turn when the timer was stopped.
        Actors.Sleeper.CountOf(name).ShouldBeLessThanOrEqualTo(fired + 1);
    }

    private Task ComesAsync(int times, string? which = null) => Eventually.IsAsync(() => Actors.Sleeper.CountOf(which ?? name) >= times);
}
