using Athene.Cli.Tests.Support;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Cli.Tests.Commands;

public sealed class EventsCommandTests : CliTest
{
    [Fact]
    public async Task Events_asks_for_what_was_wanted_and_prints_the_list()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapGet("/v1/events", () => new EventList([Event(1)])));

        var result = await Cli.RunAsync("events", "app-1", "--kind", "session.spawned", "--since", "2026-01-01T00:00:00Z", "--json");

        result.Json.GetProperty("data")[0].GetProperty("kind").GetString().ShouldBe("session.spawned");
        service.Requests.ShouldHaveSingleItem().Line.ShouldBe("GET /v1/events?session=app-1&kind=session.spawned&since=2026-01-01T00%3A00%3A00.0000000Z");
    }

    [Fact]
    public async Task A_time_that_is_none_is_wrong_usage()
    {
        await using var service = await StubSessionService.StartAsync(Home, _ => { });

        (await Cli.RunAsync("events", "--since", "yesterdayish")).ExitCode.ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public async Task Following_goes_on_after_the_history_and_over_a_broken_stream_without_repeating_anything()
    {
        using var interruption = new CancellationTokenSource();
        var connections = 0;
        await using var service = await StubSessionService.StartAsync(Home, app =>
        {
            app.MapGet("/v1/events", () => new EventList([Event(1)]));
            app.MapGet("/v1/events/stream", async context =>
            {
                if (++connections == 3) await interruption.CancelAsync();
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync($": hello\n\nid: 1\n{Data(1)}\n\nid: {connections + 1}\n{Data(connections + 1)}\n\n");
            });
        });

        var result = await Cli.RunAsync(interruption.Token, "events", "--follow", "--json");

        result.ExitCode.ShouldBe(ExitCode.Interrupted);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThanOrEqualTo(3);
        lines[0].ShouldStartWith("{\"id\":1,");
        lines[1].ShouldStartWith("{\"id\":2,");
        lines[2].ShouldStartWith("{\"id\":3,");
        service.Requests.Last(request => request.Line.Contains("stream", StringComparison.Ordinal)).Headers["Last-Event-ID"].ShouldBe("3");
    }

    private static EventDocument Event(long id) =>
        new(id, new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), "session.spawned", "info", "my-app", "app-1", "app-1 runs");

    private static string Data(long id) => $"data: {System.Text.Json.JsonSerializer.Serialize(Event(id), AtheneJson.Options)}";
}
