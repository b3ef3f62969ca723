using Athene.Cli.Tests.Support;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.Contracts.Operations;
using Athene.Contracts.Projects;
using Athene.Contracts.Queue;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Cli.Tests.Commands;

public sealed class BatchSpawnCommandTests : CliTest
{
    [Fact]
    public async Task Each_issue_gets_a_session_and_what_did_not_says_why()
    {
        await using var service = await StartAsync();

        var result = await Cli.RunAsync("batch-spawn", "7", "oth/8", "taken", "broken", "TAKEN", "--json");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Json.GetProperty("created").EnumerateArray().Select(session => session.GetProperty("id").GetString()).ShouldBe(["my-app-7", "other-8"]);
        result.Json.GetProperty("skipped").EnumerateArray().Select(issue => issue.GetProperty("issue").GetString()).ShouldBe(["taken", "TAKEN"]);
        result.Json.GetProperty("skipped")[0].GetProperty("sessionId").GetString().ShouldBe("app-1");
        result.Json.GetProperty("failed")[0].GetProperty("reason").GetString().ShouldBe("It broke.");
    }

    [Fact]
    public async Task Nothing_failed_is_done_although_some_were_skipped()
    {
        await using var service = await StartAsync();

        var result = await Cli.RunAsync("batch-spawn", "7", "taken", "--project", "my-app");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Output.ShouldContain("my-app-7");
        result.Output.ShouldContain("skipped taken: Issue taken is");
    }

    [Fact]
    public async Task One_that_has_to_wait_is_not_waited_for()
    {
        await using var service = await StartAsync();

        var result = await Cli.RunAsync("batch-spawn", "later", "7", "--project", "my-app");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Output.ShouldContain("my-app-7");
        result.Output.ShouldContain("waits later: my-app-later");
    }

    // Issues are answered by their names: "taken" is somebody else's, "broken" fails, others get a session named after them.
    private Task<StubSessionService> StartAsync() => StubSessionService.StartAsync(Home, app =>
    {
        app.MapGet("/v1/projects", () => new ProjectList([Samples.Project("my-app", Home), Samples.Project("other", "/src/other", "oth")]));
        app.MapPost("/v1/projects/{project}/sessions", (string project, SpawnRequest request) =>
            Results.Json(Samples.Operation(OperationState.Running) with { Id = $"{project}-{request.Issue}" }, AtheneJson.Options, statusCode: 202));
        app.MapGet("/v1/operations/{id}", (string id) => End(id));
        app.MapGet("/v1/sessions/{id}", (string id) => Samples.Session(id));
    });

    private static OperationDocument End(string id) => id switch
    {
        "my-app-later" => Samples.Operation(OperationState.Queued) with { Id = id, Queue = new QueuePlace(0, "2 of 2 sessions at work") },
        "my-app-taken" => Failed(id, new ProblemDocument(ErrorTypes.IssueTaken, "Issue taken is already being worked on by app-1.", 409, SessionId: "app-1")),
        "my-app-broken" => Failed(id, new ProblemDocument(ErrorTypes.WorkspaceFailed, "It broke.", 500)),
        _ => Samples.Operation(OperationState.Succeeded) with { Id = id, SessionId = id },
    };

    private static OperationDocument Failed(string id, ProblemDocument problem) =>
        Samples.Operation(OperationState.Failed) with { Id = id, Error = problem };
}
