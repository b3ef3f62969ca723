using System.Text;

namespace Athene.Dapr.Tests.Actors;

/// <summary>Reminders and timers that an actor sets, as the sidecar is told of them.</summary>
public sealed class ScheduleTests
{
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly ActorId Id = new("a");

    [Fact]
    public void Reminder_is_written_as_the_SDK_writes_it()
    {
        Text(new ActorReminder("T", Id, "r", [1, 2], Second, Never)).ShouldBe("""{"dueTime":"0h0m1s0ms","period":"","data":"AQI="}""");
        Text(new ActorReminder("T", Id, "r", null, Second, Second, repetitions: 3, ttl: 2 * Second))
            .ShouldBe("""{"dueTime":"0h0m1s0ms","period":"R3/PT1S","data":"","ttl":"0h0m2s0ms"}""");
    }

    [Fact]
    public void Timer_is_written_as_the_SDK_writes_it()
    {
        Encoding.UTF8.GetString(ScheduleJson.Of(new ActorTimer("T", Id, "t", "On", null, Second, Never)))
            .ShouldBe("""{"dueTime":"0h0m1s0ms","callback":"On"}""");
        Encoding.UTF8.GetString(ScheduleJson.Of(new ActorTimer("T", Id, "t", "On", [1], Second, Second, 3 * Second)))
            .ShouldBe("""{"dueTime":"0h0m1s0ms","period":"0h0m1s0ms","data":"AQ==","callback":"On","ttl":"0h0m3s0ms"}""");
    }

    [Theory]
    [InlineData("""{"data":"aGk=","dueTime":"","period":""}""", "hi")]
    [InlineData("""{"data":{"x":1},"dueTime":"","period":""}""", """{"x":1}""")]
    [InlineData("""{"data":[1,2],"dueTime":"","period":""}""", "[1,2]")]
    [InlineData("""{"data":null}""", null)]
    [InlineData("{}", null)]
    public void Data_of_ours_is_base64_and_that_of_others_any_JSON(string body, string? data)
    {
        var firing = ScheduleJson.ReadFiring(Encoding.UTF8.GetBytes(body));

        (firing.Data is null ? null : Encoding.UTF8.GetString(firing.Data)).ShouldBe(data);
        (firing.DueTime, firing.Period).ShouldBe((Never, Never));
    }

    [Fact]
    public void Schedule_that_could_never_come_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ActorReminder("T", Id, "r", null, -Second, Never));
        Should.Throw<ArgumentOutOfRangeException>(() => new ActorReminder("T", Id, "r", null, Second, -Second));
        Should.Throw<ArgumentOutOfRangeException>(() => new ActorReminder("T", Id, "r", null, 2 * Second, Never, ttl: Second));
        Should.Throw<ArgumentOutOfRangeException>(() => new ActorReminder("T", Id, "r", null, Second, Second, repetitions: 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new ActorTimer("T", Id, "t", "On", null, -Second, Never));
    }

    [Fact]
    public async Task Actor_that_hears_no_reminders_cannot_set_one()
    {
        var actor = new Forgetful(ActorHost.CreateForTest<Forgetful>());

        (await Should.ThrowAsync<InvalidOperationException>(actor.RemindAsync())).Message.ShouldContain("does not implement IRemindable");
    }

    [Theory]
    [InlineData("NoSuchMethod", "has no method NoSuchMethod")]
    [InlineData("Overloaded", "is overloaded")]
    [InlineData("Synchronous", "must return a Task")]
    [InlineData("OfText", "take nothing or a byte array")]
    public async Task Timer_with_a_callback_that_cannot_be_called_is_refused(string callback, string reason)
    {
        var actor = new Forgetful(ActorHost.CreateForTest<Forgetful>());

        (await Should.ThrowAsync<ArgumentException>(actor.RegisterTimerAsync("t", callback, null, Second, Never))).Message.ShouldContain(reason);
    }

    [Fact]
    public async Task Actor_under_test_says_what_its_test_did_not_give_it()
    {
        var actor = new Forgetful(ActorHost.CreateForTest<Forgetful>(new ActorTestOptions { ActorId = Id }));

        actor.Id.ShouldBe(Id);
        (await Should.ThrowAsync<InvalidOperationException>(() => actor.StateManager.GetStateAsync<int>("s"))).Message.ShouldContain("substitute");
        Should.Throw<NotImplementedException>(() => actor.ProxyFactory.Create(Id, "T")).Message.ShouldContain("ActorTestOptions.ProxyFactory");
        await Should.ThrowAsync<NotImplementedException>(actor.RegisterTimerAsync("t", nameof(Forgetful.OnTimer), null, Second, Never));
    }

    private static string Text(ActorReminder reminder) => Encoding.UTF8.GetString(ScheduleJson.Of(reminder));

    public interface IForgetful : IActor
    {
        Task RemindAsync();
    }

    internal sealed class Forgetful(ActorHost host) : Actor(host), IForgetful
    {
        public Task RemindAsync() => RegisterReminderAsync("r", null, Second, Never);

        public static Task OnTimer() => Task.CompletedTask;

        public static Task Overloaded() => Task.CompletedTask;

        public static Task Overloaded(byte[] data) => Task.CompletedTask;

        public void Synchronous() => RemindAsync();

        public static Task OfText(string text) => Task.CompletedTask;
    }
}
