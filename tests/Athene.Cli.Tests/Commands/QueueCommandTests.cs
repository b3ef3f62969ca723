using Athene.Cli.Tests.Support;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.Contracts.Operations;
using Athene.Contracts.Queue;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Cli.Tests.Commands;

public sealed class QueueCommandTests : CliTest
{
    private static readonly DateTimeOffset Since = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Ls_shows_what_waits_and_for_what()
    {
        await using var service = await StartAsync();

        var result = await Cli.RunAsync("queue", "ls");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Output.ShouldContain("spawn-1    my-app   7      normal    -");
        result.Output.ShouldContain("2 of 2 sessions at work");
        result.Output.ShouldContain("a person: app-1 ended without finishing");
    }

    [Fact]
    public async Task Cancel_and_release_answer_with_the_operation()
    {
        await using var service = await StartAsync();

        (await Cli.RunAsync("queue", "cancel", "spawn-1", "--json")).Json.GetProperty("id").GetString().ShouldBe("spawn-1");
        (await Cli.RunAsync("queue", "release", "spawn-2")).Output.ShouldContain("spawn-2 begins as soon as there is room.");
    }

    [Fact]
    public async Task What_does_not_wait_is_refused()
    {
        await using var service = await StartAsync();

        (await Cli.RunAsync("queue", "cancel", "begun")).ExitCode.ShouldBe(ExitCode.Refused);
    }

    private Task<StubSessionService> StartAsync() => StubSessionService.StartAsync(Home, app =>
    {
        app.MapGet("/v1/queue", () => new QueueList(
        [
            new("spawn-1", "my-app", "7", SpawnPriority.Normal, [], Since, new QueuePlace(0, "2 of 2 sessions at work")),
            new("spawn-2", "my-app", null, SpawnPriority.Low, ["app-1"], Since, new QueuePlace(1, "app-1 ended without finishing", Held: true)),
        ]));
        app.MapPost("/v1/operations/{id}/{verb}", (string id) => id == "begun"
            ? Results.Json(new ProblemDocument(ErrorTypes.OperationNotQueued, "begun does not wait.", 409), AtheneJson.Options, "application/problem+json", 409)
            : Results.Json(Samples.Operation(OperationState.Running) with { Id = id }, AtheneJson.Options));
    });
}
