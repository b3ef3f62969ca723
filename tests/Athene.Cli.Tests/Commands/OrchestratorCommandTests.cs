using Athene.Cli.Tests.Support;
using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Contracts.Operations;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;

namespace Athene.Cli.Tests.Commands;

public sealed class OrchestratorCommandTests : CliTest
{
    [Fact]
    public async Task Ensure_follows_the_operation_and_answers_with_the_session()
    {
        await using var service = await StartAsync(Samples.Operation(OperationState.Succeeded, Samples.Step("PlanOrchestrator", StepState.Succeeded)));

        var result = await Cli.RunAsync("orchestrator", "ensure", "--agent", "codex");

        result.ExitCode.ShouldBe(ExitCode.Done, result.Error);
        result.Error.ShouldBe("  ✓ plan orchestrator  0.50s\n");
        result.Output.ShouldStartWith("app-1  codex");
        var asked = service.Requests.Single(request => request.Line.StartsWith("PUT", StringComparison.Ordinal));
        asked.Line.ShouldBe("PUT /v1/projects/my-app/orchestrator");
        asked.Headers["Prefer"].ShouldBe("respond-async");
        asked.Body.ShouldContain("codex");
    }

    [Fact]
    public async Task Relaunch_of_a_named_project_prints_the_session_as_json()
    {
        await using var service = await StartAsync(Samples.Operation(OperationState.Succeeded));

        var result = await Cli.RunAsync("orchestrator", "relaunch", "--project", "other", "--json");

        result.Json.GetProperty("id").GetString().ShouldBe("app-1");
        service.Requests.First().Line.ShouldBe("POST /v1/projects/other/orchestrator/relaunch");
    }

    [Fact]
    public async Task Ensure_that_fails_says_why()
    {
        var failed = Samples.Operation(OperationState.Failed) with
        {
            Error = new ProblemDocument(ErrorTypes.SessionNotRestorable, "It has finished.", 409, Hint: "Relaunch it."),
        };
        await using var service = await StartAsync(failed);

        var result = await Cli.RunAsync("orchestrator", "ensure");

        result.ExitCode.ShouldBe(ExitCode.Refused);
        result.Error.ShouldBe("athene: It has finished.\n  → Relaunch it.\n");
    }

    [Fact]
    public async Task Rename_joins_the_words_and_shows_the_name()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapPatch("/v1/sessions/{id}", (string id, RenameRequest request) => Samples.Session(id) with { DisplayName = request.DisplayName }));

        var result = await Cli.RunAsync("rename", "app-1", "My", "new name");

        result.Output.ShouldBe("app-1  My new name\n");
        service.Requests.ShouldHaveSingleItem().Line.ShouldBe("PATCH /v1/sessions/app-1");
    }

    [Fact]
    public async Task An_empty_name_is_sent_as_such()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapPatch("/v1/sessions/{id}", (string id, RenameRequest request) => Samples.Session(id) with { DisplayName = $"<{request.DisplayName}>" }));

        (await Cli.RunAsync("rename", "app-1", "")).Output.ShouldBe("app-1  <>\n");
    }

    [Fact]
    public async Task Commands_in_a_session_of_the_home_carry_the_sessions_token()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapGet("/v1/sessions", () => new SessionList([], new SessionListMeta(0))));
        var own = HomeToken.ForSession(HomeToken.ReadOrCreate(service.Home), new SessionToken("app-1", "spawn-1"));

        await Cli.With("ATHENE_TOKEN", own).RunAsync("ls");
        await Cli.With("ATHENE_TOKEN", "app-1.of-another-home").RunAsync("ls");

        service.Requests.Select(request => request.Headers["Authorization"])
            .ShouldBe([$"Bearer {own}", $"Bearer {HomeToken.ReadOrCreate(service.Home)}"]);
    }

    private Task<StubSessionService> StartAsync(OperationDocument operation) => StubSessionService.StartAsync(Home, app =>
    {
        app.MapGet("/v1/projects", () => new ProjectList([Samples.Project("my-app")]));
        app.MapPut("/v1/projects/{project}/orchestrator", () => operation);
        app.MapPost("/v1/projects/{project}/orchestrator/relaunch", () => operation);
        app.MapGet("/v1/operations/{id}", () => operation);
        app.MapGet("/v1/sessions/{id}", (string id) => Samples.Session(id));
    });
}
