using System.Text.Json;
using Athene.Cli.Tests.Support;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Microsoft.AspNetCore.Builder;

namespace Athene.Cli.Tests.Commands;

public sealed class IssueCommandTests : CliTest
{
    private static readonly IssueDocument Issue = new(
        "7", "Fix the \u001b[31mlogin", "It fails.\n\u001b[2JAlways.", "github", IssueState.Closed, "https://github.test/acme/app/issues/7", "mallory", ["bug"])
    {
        Assignee = "ada",
    };

    [Fact]
    public async Task Ls_asks_for_what_the_options_say_and_prints_a_line_an_issue()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapGet("/v1/projects/{project}/issues", () => new IssueList([Issue])));

        var result = await Cli.RunAsync("issue", "ls", "--project", "app", "--state", "all", "--label", "bug", "--label", "a&b", "--assignee", "ada", "--limit", "5");

        result.Output.ShouldBe("ISSUE  STATE   ASSIGNEE  LABELS  TITLE\n7      closed  ada       bug     Fix the  [31mlogin\n");
        service.Requests.ShouldHaveSingleItem().Line.ShouldBe("GET /v1/projects/app/issues?state=all&limit=5&label=bug&label=a%26b&assignee=ada");
    }

    [Fact]
    public async Task Show_prints_nothing_that_moves_the_cursor()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapGet("/v1/projects/{project}/issues/{issue}", () => Issue));

        var result = await Cli.RunAsync("issue", "show", "7", "--project", "app");

        result.Output.ShouldNotContain('\u001b');
        result.Output.ShouldContain("mallory (may not write to the project)");
        result.Output.ShouldContain("Always.");
    }

    [Fact]
    public async Task Show_of_an_unknown_issue_is_not_found()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapGet(
            "/v1/projects/{project}/issues/{issue}", () => StubSessionService.Refusal(ErrorTypes.IssueNotFound, 404, "Project 'app' has no issue '8'.", "Look.")));

        (await Cli.RunAsync("issue", "show", "8", "--project", "app", "--json")).ExitCode.ShouldBe(ExitCode.NotFound);
    }

    [Fact]
    public async Task Close_and_comment_change_the_issue_and_nothing_else()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapPatch("/v1/projects/{project}/issues/{issue}", () => Issue));

        (await Cli.RunAsync("issue", "comment", "INT-9", "--project", "app", "On", "it.")).ExitCode.ShouldBe(ExitCode.Done);
        (await Cli.RunAsync("issue", "close", "INT-9", "--project", "app")).Output.ShouldBe("7 is closed\n");

        service.Requests.Select(request => request.Line).ShouldAllBe(line => line == "PATCH /v1/projects/app/issues/INT-9");
        var bodies = service.Requests.Select(request => JsonDocument.Parse(request.Body).RootElement).ToArray();
        (bodies[0].GetProperty("comment").GetString(), bodies[1].GetProperty("state").GetString()).ShouldBe(("On it.", "closed"));
    }
}
