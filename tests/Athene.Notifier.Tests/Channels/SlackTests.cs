using Athene.Contracts.Notifications;

namespace Athene.Notifier.Tests.Channels;

public sealed class SlackTests : IDisposable
{
    private readonly SlackReceiver slack = new();

    public void Dispose() => slack.Dispose();

    [Fact]
    public async Task Webhook_gets_headline_words_facts_and_links()
    {
        var post = await TellAsync(News.CiFailing);

        post.Text.ShouldBe("⚠️ CI failing on PR #7 (app-1)");
        post.Blocks.Select(block => (string)block["type"]!).ShouldBe(["header", "section", "section", "section", "context", "actions"]);
        ((string)post.Blocks[1]["text"]!["text"]!).ShouldBe("Checks of app-1 fail");
        ((string)post.Blocks[2]["text"]!["text"]!).ShouldBe("unit tests: exit code 1");
        post.Blocks[3]["fields"]!.AsArray().Select(field => (string)field!["text"]!)
            .ShouldBe(["Project\napp", "Session\napp-1", "Priority\nwarning", "Branch\nfeat/my_branch", "Checks\n2 failing"]);
        ((string)post.Blocks[5]["elements"]![0]!["url"]!).ShouldBe("https://github.test/acme/app/pull/7");
        ((string)post.Blocks[5]["elements"]![0]!["text"]!["text"]!).ShouldBe("View PR");
        ((string)post.Body["attachments"]![0]!["color"]!).ShouldBe("#ECB22E");
    }

    [Fact]
    public async Task Words_of_others_are_plain_and_address_nobody()
    {
        var post = await TellAsync(News.NeedsInput with { Type = null, Title = "<!channel> *look*", Body = "<@U1> \u202Etext", Links = ["javascript:alert(1)", "https://example.org/a?b=<c>"] });

        post.Text.ShouldBe("🚨 &lt;!channel&gt; *look* (app-1)");
        foreach (var text in post.Blocks.Select(block => block["text"]).OfType<System.Text.Json.Nodes.JsonObject>()) ((string)text["type"]!).ShouldBe("plain_text");
        ((string)post.Blocks[1]["text"]!["text"]!).ShouldBe("<@U1> text");
        post.Blocks[^1]["elements"]!.AsArray().Select(button => (string)button!["url"]!).ShouldBe(["https://example.org/a?b=%3Cc%3E"]);
    }

    [Fact]
    public async Task Texts_of_any_length_stay_within_the_limits()
    {
        var post = await TellAsync(News.NeedsInput with
        {
            Type = null,
            Title = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 200)),
            Body = new string('x', 50_000),
            Facts = [.. Enumerable.Range(0, 40).Select(i => new NotificationFact($"Fact {i}", new string('y', 5000)))],
            Links = [.. Enumerable.Range(0, 40).Select(i => $"https://example.org/{i}/{new string('z', i * 100)}")],
        });

        post.Blocks.Count.ShouldBeGreaterThan(3, "the receiver refuses what Slack would");
        ((string)post.Blocks[0]["text"]!["text"]!).ShouldEndWith("👩‍👩‍👧‍👦…");
    }

    [Fact]
    public async Task Bot_keeps_a_thread_a_session_and_shows_what_is_urgent_in_the_channel_too()
    {
        await using var bench = await StartBotAsync();
        await TellAsync(bench, News.CiFailing, News.NeedsInput, News.CiFailing with { Id = "other", SessionId = "app-2" });

        var (first, second, other) = (slack.Posts[0], slack.Posts[1], slack.Posts[2]);
        first.Authorization.ShouldBe($"Bearer {SlackReceiver.Token}");
        first.ThreadTs.ShouldBeNull();
        second.ThreadTs.ShouldBe(first.Ts);
        ((bool)second.Body["reply_broadcast"]!).ShouldBeTrue();
        other.ThreadTs.ShouldBeNull();
    }

    [Fact]
    public async Task Bot_begins_a_new_thread_where_the_old_one_is_gone()
    {
        await using var bench = await StartBotAsync();
        await TellAsync(bench, News.CiFailing);
        slack.Forget();

        await TellAsync(bench, News.NeedsInput, News.Finished);

        slack.Posts[0].ThreadTs.ShouldBeNull();
        slack.Posts[1].ThreadTs.ShouldBe(slack.Posts[0].Ts);
    }

    [Theory]
    [InlineData("not_in_channel", DeliveryState.Failed)]
    [InlineData("internal_error", DeliveryState.Waiting)]
    public async Task Bot_that_is_refused_is_tried_again_only_where_that_can_help(string error, DeliveryState state)
    {
        await using var bench = await StartBotAsync();
        slack.Refusal = error;

        await TellAsync(bench, News.NeedsInput);

        var delivery = await bench.DeliveryAsync(News.NeedsInput.Id, "team");
        delivery.State.ShouldBe(state);
        delivery.Error!.ShouldContain(error);
    }

    [Fact]
    public async Task Answer_that_is_not_Slacks_is_tried_again()
    {
        await using var bench = await StartBotAsync();
        slack.FailNext(200, body: "<html>log in to the hotel</html>");

        await TellAsync(bench, News.NeedsInput);

        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).State.ShouldBe(DeliveryState.Waiting);
    }

    private async Task<SlackPost> TellAsync(Notification notification)
    {
        await using var bench = await Workbench.StartAsync(
            """
            notifiers: { team: { plugin: slack, webhookUrl: "${SLACK_URL}" } }
            defaults: { notifiers: [team] }
            """,
            ("SLACK_URL", slack.WebhookUrl));
        await TellAsync(bench, notification);
        return slack.Posts.ShouldHaveSingleItem();
    }

    private static async Task TellAsync(Workbench bench, params Notification[] notifications)
    {
        foreach (var notification in notifications)
        {
            await bench.AcceptAsync(notification);
            await bench.RoundAsync("team");
        }
    }

    private Task<Workbench> StartBotAsync() => Workbench.StartAsync(
        $$"""
        notifiers: { team: { plugin: slack, token: "${SLACK_TOKEN}", channel: C0TEST, apiUrl: "{{slack.ApiUrl}}" } }
        defaults: { notifiers: [team] }
        """,
        ("SLACK_TOKEN", SlackReceiver.Token));
}
