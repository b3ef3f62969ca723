using System.Text.Json;
using Athene.Cli.Tests.Support;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.Contracts.Operations;
using Athene.Contracts.Projects;
using Athene.Contracts.Queue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Cli.Tests.Commands;

public sealed class SpawnCommandTests : CliTest
{
    private readonly Queue<OperationDocument> states = new();

    [Fact]
    public async Task Spawn_shows_each_step_once_and_answers_with_the_session()
    {
        var reserved = Samples.Step("reserve id", StepState.Succeeded);
        await using var service = await StartAsync(
            [Samples.Project("my-app")],
            Samples.Operation(OperationState.Running, reserved),
            Samples.Operation(OperationState.Succeeded, reserved, Samples.Step("start runtime", StepState.Succeeded)));

        var result = await Cli.RunAsync("spawn", "7");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Error.ShouldBe("  ✓ reserve id  0.50s\n  ✓ start runtime  0.50s\n");
        result.Output.ShouldStartWith("app-1  codex  feat/app-1");
    }

    [Fact]
    public async Task Spawn_that_has_to_wait_says_for_what_each_time_that_changes()
    {
        await using var service = await StartAsync(
            [Samples.Project("my-app")],
            Queued(new QueuePlace(3, "10 of 10 sessions at work")),
            Queued(new QueuePlace(0, "10 of 10 sessions at work")),
            Samples.Operation(OperationState.Succeeded));

        var result = await Cli.RunAsync("spawn", "7", "--after", "app-1,8", "--priority", "high");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Error.ShouldBe("  waiting: 3 before it, 10 of 10 sessions at work\n  waiting: 10 of 10 sessions at work\n");
        Asked(service).GetProperty("after").EnumerateArray().Select(name => name.GetString()).ShouldBe(["app-1", "8"]);
        Asked(service).GetProperty("priority").GetString().ShouldBe("high");
    }

    private static OperationDocument Queued(QueuePlace place) => Samples.Operation(OperationState.Queued) with { Queue = place };

    [Fact]
    public async Task Spawn_with_json_prints_the_session_and_nothing_else()
    {
        await using var service = await StartAsync([Samples.Project("my-app")], Samples.Operation(OperationState.Succeeded));

        var result = await Cli.RunAsync("spawn", "7", "--agent", "codex", "--branch", "b", "--model", "m", "--json");

        result.Json.GetProperty("id").GetString().ShouldBe("app-1");
        result.Error.ShouldBeEmpty();
        var body = Asked(service);
        body.GetProperty("issue").GetString().ShouldBe("7");
        body.GetProperty("agent").GetString().ShouldBe("codex");
        body.GetProperty("branch").GetString().ShouldBe("b");
        body.GetProperty("model").GetString().ShouldBe("m");
        service.Requests.Single(request => request.Line.StartsWith("POST", StringComparison.Ordinal)).Headers["Idempotency-Key"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Spawn_without_waiting_answers_with_the_operation()
    {
        await using var service = await StartAsync([Samples.Project("my-app")], Samples.Operation(OperationState.Running));

        var result = await Cli.RunAsync("spawn", "--prompt", "Fix it", "--no-wait", "--json");

        result.Json.GetProperty("state").GetString().ShouldBe("running");
        Asked(service).GetProperty("prompt").GetString().ShouldBe("Fix it");
    }

    [Fact]
    public async Task A_failed_spawn_ends_with_the_code_of_its_reason()
    {
        var problem = new ProblemDocument(ErrorTypes.IssueNotFound, "There is no issue 99.", 404, Hint: "Look at the tracker.");
        await using var service = await StartAsync([Samples.Project("my-app")], Samples.Operation(OperationState.Failed) with { Error = problem });

        var result = await Cli.RunAsync("spawn", "99");

        result.ExitCode.ShouldBe(ExitCode.NotFound);
        result.Error.ShouldContain("There is no issue 99.");
    }

    [Fact]
    public async Task A_prompt_may_be_in_a_file()
    {
        var file = File("task.md", "Line one\n$(line two)\n");
        await using var service = await StartAsync([Samples.Project("my-app")], Samples.Operation(OperationState.Succeeded));

        await Cli.RunAsync("spawn", "--prompt-file", file);

        Asked(service).GetProperty("prompt").GetString().ShouldBe("Line one\n$(line two)\n");
    }

    [Fact]
    public async Task A_missing_prompt_file_is_wrong_usage()
    {
        var result = await Cli.RunAsync("spawn", "--prompt-file", "nowhere.md");

        result.ExitCode.ShouldBe(ExitCode.WrongUsage);
        result.Error.ShouldContain("nowhere.md");
    }

    [Fact]
    public async Task An_issue_may_name_its_project()
    {
        await using var service = await StartAsync([Samples.Project("my-app"), Samples.Project("other", "/src/other", "oth")], Samples.Operation(OperationState.Succeeded));

        await Cli.RunAsync("spawn", "oth/7");

        Asked(service, "other").GetProperty("issue").GetString().ShouldBe("7");
    }

    [Fact]
    public async Task Of_several_projects_the_one_around_the_working_directory_is_meant()
    {
        var inside = Directory.CreateDirectory(Path.Combine(Home, "src", "deep")).FullName;
        await using var service = await StartAsync(
            [Samples.Project("my-app", "/src/my-app"), Samples.Project("here", Path.Combine(Home, "src"))], Samples.Operation(OperationState.Succeeded));

        await new CliRun(Home) { WorkingDirectory = inside }.RunAsync("spawn", "7");

        Asked(service, "here").GetProperty("issue").GetString().ShouldBe("7");
    }

    [Fact]
    public async Task Several_projects_and_no_sign_which_is_wrong_usage_and_lists_them()
    {
        await using var service = await StartAsync([Samples.Project("one", "/src/one"), Samples.Project("two", "/src/two")]);

        var result = await Cli.RunAsync("spawn", "7");

        result.ExitCode.ShouldBe(ExitCode.WrongUsage);
        result.Error.ShouldContain("one, two");
    }

    [Fact]
    public async Task Without_any_project_spawn_says_how_to_register_one()
    {
        await using var service = await StartAsync([]);

        var result = await Cli.RunAsync("spawn", "7");

        result.ExitCode.ShouldBe(ExitCode.NotFound);
        result.Error.ShouldContain("athene project add");
    }

    private async Task<StubSessionService> StartAsync(ProjectDocument[] projects, params OperationDocument[] operation)
    {
        foreach (var state in operation) states.Enqueue(state);
        return await StubSessionService.StartAsync(Home, app =>
        {
            app.MapGet("/v1/projects", () => new ProjectList(projects));
            app.MapPost("/v1/projects/{project}/sessions", () => Results.Json(states.Peek(), AtheneJson.Options, statusCode: 202));
            app.MapGet("/v1/operations/op-1", (HttpContext context) =>
            {
                context.Response.Headers.ETag = $"\"{states.Count}\"";
                return states.Count > 1 ? states.Dequeue() : states.Peek();
            });
            app.MapGet("/v1/sessions/{id}", (string id) => Samples.Session(id));
        });
    }

    private static JsonElement Asked(StubSessionService service, string project = "my-app") => JsonDocument
        .Parse(service.Requests.Single(request => request.Line == $"POST /v1/projects/{project}/sessions").Body).RootElement;
}
