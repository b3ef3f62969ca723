using System.Text.Json;
using Athene.Cli.Tests.Support;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;

namespace Athene.Cli.Tests.Commands;

public sealed class ClaimCommandTests : CliTest
{
    private static readonly ClaimResult Claimed = new(
        "app-2", "app", new PullRequestDocument("https://github.com/acme/app/pull/42", 42, "open"), "feat/x", true, ["app-1"], false, "grace may not be assigned");

    [Fact]
    public async Task Claim_sends_the_reference_as_it_was_typed_and_says_what_happened()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapPost("/v1/sessions/{id}/claims", () => Claimed));

        var result = await Cli.RunAsync("claim", "app-2", "#42", "--assign");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Output.ShouldBe("""
            app-2 has pull request #42: https://github.com/acme/app/pull/42
            Its worktree is on feat/x now.
            Taken over from app-1.
            It could not be assigned: grace may not be assigned

            """);
        var request = service.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe("POST /v1/sessions/app-2/claims");
        var body = JsonDocument.Parse(request.Body).RootElement;
        (body.GetProperty("pr").GetString(), body.GetProperty("assign").GetBoolean()).ShouldBe(("#42", true));
    }

    [Theory]
    [InlineData("--claim-pr", "42", "--no-wait")]
    [InlineData("--assign", "--prompt", "x")]
    public async Task Spawn_options_that_contradict_each_other_are_wrong_usage(params string[] options) =>
        (await Cli.RunAsync(["spawn", .. options])).ExitCode.ShouldBe(ExitCode.WrongUsage);

    [Fact]
    public async Task Cleanup_ends_with_1_when_a_session_could_not_be_ended()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapPost(
            "/v1/cleanup", () => new CleanupResult(["app-1"], ["app-2"], [new CleanupFailure("app-3", "its work could not be kept")])));

        var result = await Cli.RunAsync("cleanup", "--project", "app");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Output.ShouldBe("Ended app-1\nCould not end app-3: its work could not be kept\n");
    }

    [Fact]
    public async Task Cleanup_dry_run_says_what_would_be_ended()
    {
        await using var service = await StubSessionService.StartAsync(Home, app => app.MapPost("/v1/cleanup", () => new CleanupResult(["app-1"], [], [])));

        var result = await Cli.RunAsync("cleanup", "--dry-run");

        (result.ExitCode, result.Output).ShouldBe((ExitCode.Done, "Would end app-1\n"));
        JsonDocument.Parse(service.Requests.ShouldHaveSingleItem().Body).RootElement.GetProperty("dryRun").GetBoolean().ShouldBeTrue();
    }
}
