using System.Text.Json;
using Athene.Cli.Tests.Support;
using Athene.Contracts.Errors;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Cli.Tests.Commands;

public sealed class SessionCommandTests : CliTest
{
    [Fact]
    public async Task Ls_with_json_is_the_list_as_the_service_answers_it()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapGet("/v1/sessions", () => new SessionList([Samples.Session("app-1")], new SessionListMeta(2))));

        var result = await Cli.RunAsync("ls", "--json", "--project", "my app", "--all");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Json.GetProperty("data")[0].GetProperty("status").GetString().ShouldBe("working");
        result.Json.GetProperty("meta").GetProperty("hiddenTerminatedCount").GetInt32().ShouldBe(2);
        result.Error.ShouldBeEmpty();
        service.Requests.ShouldHaveSingleItem().Line.ShouldBe("GET /v1/sessions?project=my%20app&all=true");
    }

    [Fact]
    public async Task Ls_shows_a_line_a_session_and_how_many_have_ended()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapGet("/v1/sessions", () => new SessionList([Samples.Session("app-1")], new SessionListMeta(2))));

        var result = await Cli.RunAsync("ls");

        var lines = result.Output.Split('\n');
        lines[0].ShouldStartWith("SESSION  STATUS");
        lines[1].ShouldStartWith("app-1    working");
        lines[2].ShouldStartWith("2 ended");
        result.Output.ShouldNotContain("\e[");
    }

    [Fact]
    public async Task Requests_carry_the_token_of_the_home()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapGet("/v1/sessions", () => new SessionList([], new SessionListMeta(0))));

        await Cli.RunAsync("ls");

        var token = await System.IO.File.ReadAllTextAsync(service.Home.TokenFile);
        service.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe($"Bearer {token}");
    }

    [Fact]
    public async Task An_unknown_session_ends_with_3_and_the_hint_of_the_service()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapGet("/v1/sessions/{id}", (string id) =>
            StubSessionService.Refusal(ErrorTypes.SessionNotFound, 404, $"There is no session {id}.", "List them with: athene ls --all")));

        var result = await Cli.RunAsync("get", "app-9");

        result.ExitCode.ShouldBe(ExitCode.NotFound);
        result.Error.ShouldBe("athene: There is no session app-9.\n  → List them with: athene ls --all\n");
    }

    [Fact]
    public async Task With_json_an_error_is_the_problem_itself_and_standard_output_stays_empty()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapPost("/v1/sessions/{id}/kill", () =>
            StubSessionService.Refusal(ErrorTypes.WorkAtRisk, 409, "Its work cannot be kept.", "Commit it, or use --force.")));

        var result = await Cli.RunAsync("kill", "app-1", "--json");

        result.ExitCode.ShouldBe(ExitCode.Refused);
        result.Output.ShouldBeEmpty();
        result.Problem.GetProperty("type").GetString().ShouldBe(ErrorTypes.WorkAtRisk);
        result.Problem.GetProperty("hint").GetString().ShouldBe("Commit it, or use --force.");
    }

    [Fact]
    public async Task An_answer_that_is_no_problem_document_still_says_what_was_asked_and_answered()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapGet("/v1/sessions", () => Results.StatusCode(502)));

        var result = await Cli.RunAsync("ls");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Error.ShouldContain("GET /v1/sessions was answered 502.");
    }

    [Fact]
    public async Task Kill_names_the_ref_that_keeps_unsaved_work()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapPost("/v1/sessions/{id}/kill", () => new KillResult(true, false, "refs/athene/rescue/app-1/1")));

        var result = await Cli.RunAsync("kill", "app-1", "--purge", "--force");

        result.Output.ShouldContain("refs/athene/rescue/app-1/1");
        var body = JsonDocument.Parse(service.Requests.ShouldHaveSingleItem().Body).RootElement;
        body.GetProperty("purge").GetBoolean().ShouldBeTrue();
        body.GetProperty("force").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("@deploy.sh looks wrong")]
    [InlineData("- first\n- second $(rm -rf /) 'quoted' \"twice\" 🦉")]
    [InlineData("--not-an-option")]
    public async Task A_message_arrives_as_it_was_typed(string text)
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapPost("/v1/sessions/{id}/messages", () =>
            Results.Json(new MessageDocument("m-1", MessageState.Queued), Athene.Contracts.Json.AtheneJson.Options, statusCode: 202)));

        var result = await Cli.RunAsync("send", "--json", "app-1", "--", text);

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Json.GetProperty("state").GetString().ShouldBe("queued");
        JsonDocument.Parse(service.Requests.ShouldHaveSingleItem().Body).RootElement.GetProperty("text").GetString().ShouldBe(text);
    }

    [Fact]
    public async Task A_message_may_come_from_standard_input()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapPost("/v1/sessions/{id}/messages", () => new MessageDocument("m-1", MessageState.Queued)));
        var large = new string('x', 100 * 1024);

        var result = await new CliRun(Home) { Input = large + "\n" }.RunAsync("send", "app-1", "-");

        result.ExitCode.ShouldBe(ExitCode.Done);
        JsonDocument.Parse(service.Requests.ShouldHaveSingleItem().Body).RootElement.GetProperty("text").GetString().ShouldBe(large);
    }

    [Fact]
    public async Task Send_and_wait_follows_the_message_until_the_agent_has_it()
    {
        var asked = 0;
        await using var service = await StubSessionService.StartAsync(Home, app =>
        {
            app.MapPost("/v1/sessions/{id}/messages", () => new MessageDocument("m-1", MessageState.Queued));
            app.MapGet("/v1/sessions/{id}/messages/m-1", (HttpContext context) =>
            {
                var state = asked++ switch { 0 => MessageState.Queued, 1 => MessageState.Pasted, _ => MessageState.Accepted };
                context.Response.Headers.ETag = $"\"{state}\"";
                return new MessageDocument("m-1", state);
            });
        });

        var result = await Cli.RunAsync("send", "app-1", "hello", "--wait", "--json");

        result.Json.GetProperty("state").GetString().ShouldBe("accepted");
        service.Requests.ElementAt(2).Headers["Prefer"].ShouldBe("wait=10");
        service.Requests.ElementAt(2).Headers["If-None-Match"].ShouldBe("\"Queued\"");
    }

    [Fact]
    public async Task An_empty_message_is_not_sent()
    {
        await using var service = await StubSessionService.StartAsync(Home, _ => { });

        var result = await Cli.RunAsync("send", "app-1", " ");

        result.ExitCode.ShouldBe(ExitCode.WrongUsage);
        service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_uses_what_the_session_put_into_the_environment()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapPost("/v1/sessions/{id}/reports", () => new ReportResult(true)));

        var result = await Cli
            .With("ATHENE_API", $"http://127.0.0.1:{service.Port}").With("ATHENE_TOKEN", "app-1.secret").With("ATHENE_SESSION_ID", "app-1")
            .RunAsync("report", "completed", "--note", "done", "--json");

        result.Json.GetProperty("accepted").GetBoolean().ShouldBeTrue();
        var request = service.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe("POST /v1/sessions/app-1/reports");
        request.Headers["Authorization"].ShouldBe("Bearer app-1.secret");
    }

    [Fact]
    public async Task Attach_without_a_terminal_points_to_the_screen_instead()
    {
        await using var service = await StubSessionService.StartAsync(Home, app =>
            app.MapGet("/v1/sessions/{id}/attach", () => new AttachDocument(["tmux", "attach"])));

        var result = await Cli.RunAsync("attach", "app-1");

        result.ExitCode.ShouldBe(ExitCode.WrongUsage);
        result.Error.ShouldContain("athene output app-1");
    }
}
