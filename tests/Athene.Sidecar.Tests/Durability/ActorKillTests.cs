using System.Globalization;
using System.Net;
using Athene.Sidecar.Tests.Actors;

namespace Athene.Sidecar.Tests.Durability;

/// <summary>Kills the sidecar: what actors were promised is kept.</summary>
public sealed class ActorKillTests
{
    [Fact]
    public async Task Reminder_that_came_due_while_the_sidecar_was_dead_comes_once_it_is_back()
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var sidecar = new SidecarProcess(app.Port);
        await sidecar.StartAsync();
        await WhenHostedAsync(sidecar);
        var due = DateTimeOffset.UtcNow.AddSeconds(3).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await sidecar.Http.RemindAsync("T/a", "r", $$"""{"dueTime":"{{due}}","data":{"x":1} }""");
        await sidecar.KillAsync();
        await sidecar.StartAsync();
        var reminder = app.Next();
        while (!reminder.Target.Contains("remind", StringComparison.Ordinal)) reminder = app.Next();
        reminder.Target.ShouldBe("/actors/T/a/method/remind/r");
        reminder.Text.ShouldContain("""{"x":1}""");
    }

    [Fact]
    public async Task Reminder_whose_delivery_was_cut_off_comes_again()
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var sidecar = new SidecarProcess(app.Port);
        await sidecar.StartAsync();
        await WhenHostedAsync(sidecar);
        var goOn = new TaskCompletionSource();
        app.Handler = (_, request) => request.Target.Contains("remind", StringComparison.Ordinal) ? goOn.Task : Task.CompletedTask;
        while (app.Received.TryTake(out _))
        {
        }

        await sidecar.Http.RemindAsync("T/a", "r", """{"dueTime":"0s"}""");
        app.Next().Target.ShouldBe("/actors/T/a/method/remind/r");
        await sidecar.KillAsync();
        goOn.SetResult();
        await sidecar.StartAsync();
        app.Next().Target.ShouldBe("/actors/T/a/method/remind/r");
    }

    [Fact]
    public async Task State_that_was_acknowledged_is_there_after_the_kill()
    {
        await using var app = await TestApp.StartAsync(config: ActorTestHost.Config);
        await using var sidecar = new SidecarProcess(app.Port);
        await sidecar.StartAsync();
        await WhenHostedAsync(sidecar);
        var saved = await sidecar.Http.PutJsonAsync("/v1.0/actors/T/a/state", """[{"operation":"upsert","request":{"key":"k","value":{"n":1}}},{"operation":"upsert","request":{"key":"l","value":2}}]""");
        saved.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await sidecar.KillAsync();
        await sidecar.StartAsync();
        (await sidecar.Http.GetStringAsync("/v1.0/actors/T/a/state/k")).ShouldBe("""{"n":1}""");
        (await sidecar.Http.GetStringAsync("/v1.0/actors/T/a/state/l")).ShouldBe("2");
    }

    private static async Task WhenHostedAsync(SidecarProcess sidecar)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await sidecar.Http.CallAsync("T/a", "Do")).StatusCode != HttpStatusCode.OK) await Task.Delay(10, limit.Token);
    }
}
