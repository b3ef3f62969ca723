using System.Net;

namespace Athene.Sidecar.Tests.Actors;

/// <summary>Reminders and timers through a real sidecar and a real app, where they are more than what was recorded.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task One_shot_that_fails_goes_on_until_it_succeeds_and_then_is_gone()
    {
        var clock = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        var deliveries = 0;
        app.Handler = (context, _) =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref deliveries) < 6 ? 500 : 200;
            return Task.CompletedTask;
        };
        await using var host = await SidecarHost.StartAsync(app.Port, clock: clock);
        await host.WhenReadyAsync();
        await host.Http.RemindAsync("T/a", "r", """{"dueTime":"1s"}""");
        for (var delivery = 0; delivery < 6; delivery++) Next(app, clock).Target.ShouldBe("/actors/T/a/method/remind/r");
        await UntilGoneAsync(host, clock);
        deliveries.ShouldBe(6);
    }

    [Fact]
    public async Task Failure_policy_that_drops_is_kept()
    {
        var clock = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        app.Handler = (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var host = await SidecarHost.StartAsync(app.Port, clock: clock);
        await host.WhenReadyAsync();
        await host.Http.RemindAsync("T/a", "r", """{"dueTime":"1s","failurePolicy":{"drop":{}}}""");
        Next(app, clock);
        await UntilGoneAsync(host, clock);
        app.Received.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"dueTime":"1s","failurePolicy":{"sometimes":{}}}""")]
    [InlineData("""{"dueTime":"1s","failurePolicy":{"constant":{"interval":"often"}}}""")]
    [InlineData("""{"dueTime":"1s","ttl":"never"}""")]
    [InlineData("""{"dueTime":"tomorrow"}""")]
    public async Task Reminder_that_is_not_understood_is_refused(string body)
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var host = await SidecarHost.StartAsync(app.Port);
        await host.WhenReadyAsync();
        var answer = await host.Http.PutJsonAsync("/v1.0/actors/T/a/reminders/r", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("ERR_ACTOR_REMINDER_CREATE");
    }

    [Fact]
    public async Task Thousand_reminders_due_at_once_all_come_and_each_once()
    {
        const int count = 1000;
        var clock = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var host = await SidecarHost.StartAsync(app.Port, clock: clock);
        await host.WhenReadyAsync();
        await Parallel.ForAsync(0, count, async (id, _) => await host.Http.RemindAsync($"T/{id}", "r", """{"dueTime":"10s"}"""));
        app.Received.Count.ShouldBe(0);
        clock.Advance(TimeSpan.FromSeconds(10));
        Enumerable.Range(0, count).Select(_ => app.Next().Target).Distinct().Count().ShouldBe(count);
    }

    [Fact]
    public async Task Reminder_waits_for_the_turn_under_way()
    {
        var clock = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        var (inTurn, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Handler = async (_, request) =>
        {
            if (!request.Target.EndsWith("/Do", StringComparison.Ordinal)) return;
            inTurn.SetResult();
            await goOn.Task;
        };
        await using var host = await SidecarHost.StartAsync(app.Port, clock: clock);
        await host.WhenReadyAsync();
        await host.Http.RemindAsync("T/a", "r", """{"dueTime":"1s"}""");
        await host.Http.RemindAsync("T/b", "r", """{"dueTime":"1s"}""");
        var call = host.Http.CallAsync("T/a", "Do");
        await inTurn.Task;
        app.Next();
        clock.Advance(TimeSpan.FromSeconds(1));
        app.Next().Target.ShouldBe("/actors/T/b/method/remind/r");
        app.Received.Count.ShouldBe(0);
        goOn.SetResult();
        await call;
        app.Next().Target.ShouldBe("/actors/T/a/method/remind/r");
    }

    [Fact]
    public async Task Actors_that_hang_do_not_hold_up_the_reminders_of_another_type()
    {
        const int hanging = 300;
        var clock = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(config: """{"entities":["Slow","T"]}""");
        var goOn = new TaskCompletionSource();
        app.Handler = (_, request) => request.Target.StartsWith("/actors/Slow/", StringComparison.Ordinal) ? goOn.Task : Task.CompletedTask;
        await using var host = await SidecarHost.StartAsync(app.Port, clock: clock);
        await host.WhenReadyAsync();
        for (var id = 0; id < hanging; id++) await host.Http.RemindAsync($"Slow/{id}", "r", """{"dueTime":"1s"}""");
        await host.Http.RemindAsync("T/a", "r", """{"dueTime":"2s"}""");
        clock.Advance(TimeSpan.FromSeconds(2));
        while (app.Next().Target != "/actors/T/a/method/remind/r") goOn.Task.IsCompleted.ShouldBeFalse();
        goOn.SetResult();
    }

    [Fact]
    public async Task Timer_ends_with_the_activation_of_its_actor()
    {
        var clock = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(config: """{"entities":["T"],"actorIdleTimeout":"5s"}""");
        await using var host = await SidecarHost.StartAsync(app.Port, clock: clock);
        await host.WhenReadyAsync();
        await host.Http.CallAsync("T/a", "Do");
        app.Next();
        (await host.Http.PutJsonAsync("/v1.0/actors/T/a/timers/t", """{"dueTime":"1m","callback":"Tick"}""")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        clock.Advance(TimeSpan.FromSeconds(5));
        app.Next().Method.ShouldBe("DELETE");
        await host.Http.RemindAsync("T/b", "after", """{"dueTime":"2m"}""");
        clock.Advance(TimeSpan.FromMinutes(2));
        Next(app, clock).Target.ShouldBe("/actors/T/b/method/remind/after");
    }

    private static ReceivedRequest Next(TestApp app, FakeTimeProvider clock)
    {
        for (var patience = 2000; patience > 0; patience--)
        {
            if (app.Received.TryTake(out var request, TimeSpan.FromMilliseconds(10))) return request;
            clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        throw new TimeoutException("The app was not asked anything.");
    }

    private static async Task UntilGoneAsync(SidecarHost host, FakeTimeProvider clock)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await host.Http.GetAsync("/v1.0/actors/T/a/reminders/r", limit.Token)).StatusCode != HttpStatusCode.NotFound) clock.Advance(TimeSpan.FromMilliseconds(1));
    }
}
