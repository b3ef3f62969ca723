using Athene.Contracts.Notifications;

namespace Athene.Notifier.Tests.Delivery;

public sealed class TimingTests : IDisposable
{
    private readonly SlackReceiver slack = new();

    public void Dispose() => slack.Dispose();

    [Fact]
    public async Task Quiet_hours_hold_back_all_but_what_is_urgent_until_they_end()
    {
        await using var bench = await StartAsync("quietHours: { from: \"11:00\", to: \"13:30\", timeZone: UTC }");
        await bench.AcceptAsync(News.CiFailing);
        await bench.AcceptAsync(News.NeedsInput);

        (await bench.RoundAsync("team")).ShouldBe(new DateTimeOffset(2026, 3, 2, 13, 30, 0, TimeSpan.Zero));
        slack.Posts.ShouldHaveSingleItem().Text.ShouldContain("Agent needs input");
        (await bench.DeliveryAsync(News.CiFailing.Id, "team")).State.ShouldBe(DeliveryState.Waiting);

        bench.Clock.Advance(TimeSpan.FromMinutes(90));
        await bench.RoundAsync("team");
        slack.Posts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Quiet_hours_hold_back_what_is_urgent_where_that_is_said()
    {
        await using var bench = await StartAsync("quietHours: { from: \"11:00\", to: \"13:30\", timeZone: UTC, urgent: wait }");
        await bench.AcceptAsync(News.NeedsInput);

        await bench.RoundAsync("team");

        slack.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Digest_tells_what_was_gathered_in_one_message_and_the_rest_at_once()
    {
        await using var bench = await StartAsync("digest: { priorities: [info], every: 1h }");
        await bench.AcceptAsync(News.Finished);
        await bench.AcceptAsync(News.Finished with { Id = "app-2-1-finished", SessionId = "app-2", Title = "app-2 has finished" });
        await bench.AcceptAsync(News.CiFailing);

        (await bench.RoundAsync("team")).ShouldBe(new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.Zero));
        slack.Posts.ShouldHaveSingleItem().Text.ShouldContain("CI failing on PR #7");
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.RoundAsync("team");

        slack.Posts.Count.ShouldBe(2);
        slack.Posts[1].Text.ShouldContain("2 notifications");
        slack.Posts[1].Body.ToJsonString().ShouldContain("app-2 has finished");
        (await bench.DeliveryAsync("app-2-1-finished", "team")).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Digest_that_fails_is_repeated_with_the_same_ones_and_newer_ones_wait_for_the_next()
    {
        await using var bench = await StartAsync("digest: { priorities: [info], every: 1h }, retryDelayMs: 1000");
        await bench.AcceptAsync(News.Finished);
        await bench.AcceptAsync(News.Finished with { Id = "second" });
        bench.Clock.Advance(TimeSpan.FromHours(1));
        slack.FailNext(500);
        await bench.RoundAsync("team");
        await bench.AcceptAsync(News.Finished with { Id = "third" });
        bench.Clock.Advance(TimeSpan.FromSeconds(2));

        await bench.RoundAsync("team");

        slack.Posts.ShouldHaveSingleItem().Text.ShouldContain("2 notifications");
        (await bench.DeliveryAsync("third", "team")).NextAt.ShouldBe(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
    }

    private Task<Workbench> StartAsync(string timing) => Workbench.StartAsync(
        $$"""
        notifiers: { team: { plugin: slack, webhookUrl: "${SLACK_URL}", {{timing}} } }
        defaults: { notifiers: [team] }
        """,
        ("SLACK_URL", slack.WebhookUrl));
}
