namespace Athene.Notifier.Tests.Acceptance;

public sealed class BrokenNotifierCases : IDisposable
{
    private readonly SlackReceiver slack = new();

    public void Dispose() => slack.Dispose();

    [Fact]
    public async Task Case092_A_broken_and_an_unknown_notifier_keep_nothing_from_the_third()
    {
        await using var bench = await Workbench.StartAsync(
            """
            notifiers:
              team: { plugin: slack, webhookUrl: "${SLACK_URL}" }
              closed: { plugin: webhook, url: "http://127.0.0.1:1/hook", retries: 0 }
            notificationRouting: { urgent: [pigeon, closed, team] }
            """,
            ("SLACK_URL", slack.WebhookUrl));

        await bench.AcceptAsync(News.NeedsInput);
        foreach (var target in (string[])["pigeon", "closed", "team"]) await bench.RoundAsync(target);

        slack.Posts.ShouldHaveSingleItem();
        bench.Reported.Select(report => (report.Kind, (string?)report.Data!["target"]))
            .ShouldBe([("notification.target_missing", "pigeon"), ("notification.delivery_failed", "closed")]);
        bench.Reported.ShouldAllBe(report => ((string)report.Data!["reason"]!).Length <= 300);
    }

    [Fact]
    public async Task Case092_Composio_of_a_configuration_of_the_reference_is_seen_to_fail()
    {
        await using var bench = await Workbench.StartAsync("""
            notifiers: { composio: { plugin: composio, composioApiKey: "${COMPOSIO_API_KEY}", defaultApp: slack } }
            notificationRouting: { info: [composio] }
            """);

        await bench.AcceptAsync(News.Finished);
        await bench.RoundAsync("composio");

        (await bench.Board.FindAsync(News.Finished.Id, CancellationToken.None))!.Deliveries.Select(delivery => delivery.To).ShouldBe(["composio", "log"]);
        bench.Reported.ShouldHaveSingleItem().Summary.ShouldContain("does not send through Composio");
    }
}
