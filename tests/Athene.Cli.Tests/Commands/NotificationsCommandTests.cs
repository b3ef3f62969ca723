using Athene.Cli.Tests.Support;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.Contracts.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Cli.Tests.Commands;

public sealed class NotificationsCommandTests : CliTest
{
    private static readonly Notification News = new("app-1-5", NotificationPriority.Urgent, "app-1 needs\ninput", "Look.", "app-1");

    [Fact]
    public async Task Ls_shows_what_was_not_told_and_why()
    {
        await using var service = await StartAsync();

        var result = await Cli.RunAsync("notifications", "ls", "--failed", "--to", "team", "-n", "5");

        result.ExitCode.ShouldBe(ExitCode.Done);
        result.Output.ShouldContain("urgent    app-1 needs input  app-1-5");
        result.Output.ShouldContain("failed   team: it takes no connection");
        result.Output.ShouldNotContain("log");
        service.Requests.ShouldHaveSingleItem().Line.ShouldBe("GET /v1/notifications?failed=true&to=team&limit=5");
    }

    [Fact]
    public async Task Retry_answers_with_the_notification_and_refuses_what_did_not_fail()
    {
        await using var service = await StartAsync();

        (await Cli.RunAsync("notifications", "retry", "app-1-5", "--json")).Json.GetProperty("deliveries")[0].GetProperty("state").GetString().ShouldBe("failed");
        (await Cli.RunAsync("notifications", "retry", "told")).ExitCode.ShouldBe(ExitCode.Refused);
    }

    [Fact]
    public async Task Test_ends_with_1_where_something_was_not_taken()
    {
        await using var service = await StartAsync();

        var all = await Cli.RunAsync("notifications", "test", "--priority", "urgent");
        var one = await Cli.RunAsync("notifications", "test", "--to", "log", "--json");

        all.ExitCode.ShouldBe(ExitCode.Failed);
        all.Output.ShouldContain("failed  team: no answer");
        one.ExitCode.ShouldBe(ExitCode.Done);
        one.Json.GetProperty("data")[0].GetProperty("to").GetString().ShouldBe("log");
    }

    [Fact]
    public async Task Doctor_and_status_tell_what_the_running_notifier_complains_of()
    {
        await using var service = await StartAsync();

        var doctor = await Cli.RunAsync("doctor", "--json");
        var status = await Cli.RunAsync("status");

        var check = doctor.Json.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "notifiers");
        check.GetProperty("ok").GetBoolean().ShouldBeFalse();
        check.GetProperty("detail").GetString().ShouldBe("notifier 'team': it needs 'webhookUrl'");
        status.Error.ShouldContain("Warning: notifier 'team': it needs 'webhookUrl'.");
    }

    [Fact]
    public async Task Doctor_reads_the_configuration_where_nothing_runs()
    {
        var config = File("athene.yaml", "notifiers: { team: { plugin: slack, webhookUrl: \"${SLACK_URL}\" } }\nnotificationRouting: { info: [taem] }\n");

        var detail = (await Cli.With("ATHENE_CONFIG", config).RunAsync("doctor", "--json")).Json.GetProperty("checks").EnumerateArray()
            .Single(check => check.GetProperty("name").GetString() == "notifiers").GetProperty("detail").GetString();

        detail!.ShouldContain("notifier 'team': the variable SLACK_URL is neither in the environment nor in the secret store");
        detail!.ShouldContain("did you mean 'team'?");
    }

    private Task<StubSessionService> StartAsync() => StubSessionService.StartAsync(Home, app =>
    {
        var document = new NotificationDocument(
            News, DateTimeOffset.UtcNow, [new("team", DeliveryState.Failed, 3, null, "it takes no connection"), new("log", DeliveryState.Delivered)]);
        app.MapGet("/v1/projects", () => new Contracts.Projects.ProjectList([]));
        app.MapGet("/v1/notifications", () => new NotificationList([document]));
        app.MapGet("/v1/notifiers", () => new NotifierList(
            [new("log", "log", true, [], 0, 0), new("team", "slack", false, ["it needs 'webhookUrl'"], 0, 1)]));
        app.MapPost("/v1/notifications/test", (TrialRequest request) => new TrialResult(
            request.To is { } to ? [new(to, true)] : [new("log", true), new("team", false, "no answer")]));
        app.MapPost("/v1/notifications/{id}/retry", (string id) => id == "told"
            ? Results.Json(new ProblemDocument(ErrorTypes.NotificationNotFailed, "told was told.", 409), AtheneJson.Options, "application/problem+json", 409)
            : Results.Json(document, AtheneJson.Options));
    });
}
