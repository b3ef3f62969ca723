using System.Net;
using System.Net.Http.Json;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Contracts.Notifications;

namespace Athene.Notifier.Tests;

/// <summary>The service as a process of its own, beside a real sidecar.</summary>
public sealed class ServiceTests : IDisposable
{
    private readonly SlackReceiver slack = new();
    private readonly TemporaryDirectory folder = new();

    public void Dispose()
    {
        slack.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Notification_that_comes_twice_is_told_once_in_each_channel()
    {
        using var desktop = new DesktopProgram();
        await using var service = await StartAsync("{}", ("PATH", $"{desktop.Folder}:{Environment.GetEnvironmentVariable("PATH")}"), ("DISPLAY", ":99"));

        await PublishAsync(service, News.NeedsInput);
        await PublishAsync(service, News.NeedsInput);
        await PublishAsync(service, News.Finished);
        await Patience.UntilAsync(() => Logged(service, News.Finished) == 1 && desktop.CallCount == 2, "both notifications");

        Logged(service, News.NeedsInput).ShouldBe(1);
        desktop.Arguments.Count(line => line == "Agent needs input").ShouldBe(1);
        service.Log.ShouldContain(line => line.Contains("\"sessionId\":\"app-1\"") && line.Contains("\"level\":\"warn\""));
    }

    [Fact]
    public async Task Endpoint_that_hangs_holds_nobody_else_up()
    {
        slack.HangNext();
        await using var service = await StartAsync("""
            notifiers: { team: { plugin: slack, webhookUrl: "${SLACK_URL}" } }
            defaults: { notifiers: [team, log] }
            """);

        await PublishAsync(service, News.NeedsInput);
        await PublishAsync(service, News.Finished);
        await Patience.UntilAsync(() => slack.Requests == 1 && Logged(service, News.Finished) == 1, "the log, while Slack does not answer");

        slack.Posts.ShouldBeEmpty();
        var list = await service.Http.GetFromJsonAsync<NotificationList>("/v1/notifications?to=team", AtheneJson.Options);
        list!.Data.Select(document => document.Deliveries.Single(delivery => delivery.To == "team").State).ShouldBe([DeliveryState.Waiting, DeliveryState.Waiting]);
    }

    [Fact]
    public async Task Process_that_is_killed_after_Slack_took_a_message_and_before_it_was_noted_tells_it_once()
    {
        await using var service = await StartAsync($$"""
            notifiers: { team: { plugin: slack, token: "${SLACK_TOKEN}", channel: C0TEST, apiUrl: "{{slack.ApiUrl}}", timeoutMs: 500 } }
            defaults: { notifiers: [team] }
            """);
        var killed = new TaskCompletionSource();
        slack.Taken = _ =>
        {
            slack.Taken = _ => { };
            service.Kill();
            killed.SetResult();
        };
        await PublishAsync(service, News.NeedsInput);
        await killed.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await service.StartAgainAsync();
        await PublishAsync(service, News.CiFailing);
        await Patience.UntilAsync(async () => (await DeliveriesAsync(service)).All(delivery => delivery.State is DeliveryState.Delivered), "both to be told");

        slack.Posts.Select(post => post.Text).ShouldBe(["🚨 Agent needs input (app-1)", "⚠️ CI failing on PR #7 (app-1)"]);
    }

    [Fact]
    public async Task Misconfigured_notifiers_are_named_at_the_start_and_hold_no_start_up()
    {
        slack.Refusal = "invalid_auth";
        await using var service = await StartAsync($$"""
            notifiers:
              bot: { plugin: slack, token: "${SLACK_TOKEN}", channel: C0TEST, apiUrl: "{{slack.ApiUrl}}" }
              nowhere: { plugin: slack }
              unset: { plugin: discord, webhookUrl: "${NOT_SET_ANYWHERE}" }
              plain: { plugin: webhook, url: "http://example.org/hook" }
            notificationRouting: { urgent: [bto, composio] }
            """);

        await Patience.UntilAsync(() => service.Log.Count(line => line.Contains("reaches nobody")) >= 6, "the complaints");
        var notifiers = (await service.Http.GetFromJsonAsync<NotifierList>("/v1/notifiers", AtheneJson.Options))!.Data.ToDictionary(notifier => notifier.Name);
        notifiers["bot"].Problems.ShouldHaveSingleItem().ShouldBe("Slack refused it: invalid_auth; check 'token'");
        notifiers["nowhere"].Problems.ShouldHaveSingleItem().ShouldContain("webhookUrl");
        notifiers["unset"].Problems.ShouldHaveSingleItem().ShouldContain("NOT_SET_ANYWHERE");
        notifiers["plain"].Problems.ShouldHaveSingleItem().ShouldContain("https://");
        notifiers["bto"].Problems.ShouldHaveSingleItem().ShouldContain("did you mean 'bot'?");
        notifiers["composio"].Problems.ShouldHaveSingleItem().ShouldContain("does not send through Composio");
        notifiers["log"].Ok.ShouldBeTrue();
        service.Log.ShouldNotContain(line => line.Contains(SlackReceiver.Token));
    }

    [Fact]
    public async Task Test_says_for_each_notifier_whether_it_took_it()
    {
        await using var service = await StartAsync("""
            notifiers: { team: { plugin: slack, webhookUrl: "${SLACK_URL}" } }
            defaults: { notifiers: [team, pigeon] }
            """);

        var result = await TrialAsync(service, new TrialRequest());

        result.Data.Single(outcome => outcome.To == "team").Ok.ShouldBeTrue();
        result.Data.Single(outcome => outcome.To == "pigeon").Error!.ShouldContain("there is no plugin 'pigeon'");
        slack.Posts.ShouldHaveSingleItem().Text.ShouldContain("This is a test");
        (await service.Http.PostAsJsonAsync("/v1/notifications/test", new TrialRequest("nobody"), AtheneJson.Options)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Agents_token_opens_nothing_here()
    {
        await using var service = await StartAsync("{}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/notifications") { Headers = { { "Authorization", "Bearer nonsense" } } };

        (await service.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<TrialResult> TrialAsync(ServiceUnderTest service, TrialRequest request)
    {
        var response = await service.Http.PostAsJsonAsync("/v1/notifications/test", request, AtheneJson.Options);
        return (await response.Content.ReadFromJsonAsync<TrialResult>(AtheneJson.Options))!;
    }

    private async Task<ServiceUnderTest> StartAsync(string yaml, params (string Name, string Value)[] environment)
    {
        var file = folder.Combine("athene.yaml");
        await File.WriteAllTextAsync(file, yaml);
        return await ServiceUnderTest.StartAsync(
            "notifier", "Athene.Notifier", [], [("ATHENE_CONFIG", file), ("SLACK_URL", slack.WebhookUrl), ("SLACK_TOKEN", SlackReceiver.Token), .. environment]);
    }

    private static async Task<IReadOnlyList<DeliveryDocument>> DeliveriesAsync(ServiceUnderTest service)
    {
        var list = (await service.Http.GetFromJsonAsync<NotificationList>("/v1/notifications", AtheneJson.Options))!.Data;
        return list.Count == 2 ? [.. list.SelectMany(document => document.Deliveries)] : [new DeliveryDocument("team", DeliveryState.Waiting)];
    }

    private static int Logged(ServiceUnderTest service, Notification notification) =>
        service.Log.Count(line => line.Contains("LogChannel") && line.Contains(notification.Id));

    private static Task PublishAsync(ServiceUnderTest service, Notification notification) => service.Dapr.PublishEventAsync(
        Topics.PubSub, Topics.Notifications, notification, new Dictionary<string, string> { ["cloudevent.type"] = EventTypes.Notification });
}
