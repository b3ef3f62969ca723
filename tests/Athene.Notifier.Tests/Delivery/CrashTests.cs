using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;

namespace Athene.Notifier.Tests.Delivery;

/// <summary>A process that dies after the other end took a message and before it noted that: the next one finds it as being sent.</summary>
public sealed class CrashTests
{
    private static readonly TimeSpan LongerThanAnyTry = TimeSpan.FromSeconds(16);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Bot_that_may_read_tells_once_and_one_that_may_not_tells_again(bool mayRead, int messages)
    {
        using var slack = new SlackReceiver { IsReadable = mayRead };
        await using var bench = await Workbench.StartAsync(Bot(slack), ("SLACK_TOKEN", SlackReceiver.Token));
        await bench.AcceptAsync(News.NeedsInput);

        await DieAfterSendingAsync(bench, slack);
        (await bench.RoundAsync("team")).ShouldNotBeNull("whoever is sending may still live");
        slack.Posts.Count.ShouldBe(1);
        bench.Clock.Advance(LongerThanAnyTry);
        await bench.RoundAsync("team");

        slack.Posts.Count.ShouldBe(messages);
        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Message_on_its_way_arrives_and_is_noted_when_the_service_is_asked_to_stop()
    {
        using var slack = new SlackReceiver();
        using var stopping = new CancellationTokenSource();
        await using var bench = await Workbench.StartAsync(Bot(slack), ("SLACK_TOKEN", SlackReceiver.Token));
        await bench.AcceptAsync(News.NeedsInput);
        await bench.AcceptAsync(News.CiFailing);
        slack.Taken = _ => stopping.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => bench.Worker("team").RunRoundAsync(stopping.Token, CancellationToken.None));

        slack.Posts.Count.ShouldBe(1);
        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).State.ShouldBe(DeliveryState.Delivered);
        (await bench.DeliveryAsync(News.CiFailing.Id, "team")).State.ShouldBe(DeliveryState.Waiting);
    }

    [Fact]
    public async Task Answer_that_was_found_again_is_the_root_of_the_thread()
    {
        using var slack = new SlackReceiver();
        await using var bench = await Workbench.StartAsync(Bot(slack), ("SLACK_TOKEN", SlackReceiver.Token));
        await bench.AcceptAsync(News.NeedsInput);
        await DieAfterSendingAsync(bench, slack);
        bench.Clock.Advance(LongerThanAnyTry);
        await bench.RoundAsync("team");

        await bench.AcceptAsync(News.CiFailing);
        await bench.RoundAsync("team");

        slack.Posts[1].ThreadTs.ShouldBe(slack.Posts[0].Ts);
    }

    [Fact]
    public async Task Message_that_began_no_thread_is_found_in_the_channel_when_another_began_it_since()
    {
        using var slack = new SlackReceiver();
        await using var bench = await Workbench.StartAsync(Bot(slack), ("SLACK_TOKEN", SlackReceiver.Token));
        await bench.AcceptAsync(News.NeedsInput);
        await DieAfterSendingAsync(bench, slack);
        await bench.AcceptAsync(News.CiFailing);
        await bench.RoundAsync("team");
        bench.Clock.Advance(LongerThanAnyTry);

        await bench.RoundAsync("team");

        slack.Posts.Select(post => post.ThreadTs).ShouldBe([null, null]);
    }

    [Fact]
    public async Task Try_without_an_answer_is_looked_for_as_well()
    {
        using var slack = new SlackReceiver();
        await using var bench = await Workbench.StartAsync(Bot(slack), ("SLACK_TOKEN", SlackReceiver.Token));
        slack.BreakOffNext();
        await bench.AcceptAsync(News.NeedsInput);
        var next = await bench.RoundAsync("team");
        bench.Clock.Advance(next!.Value - bench.Clock.GetUtcNow());

        await bench.RoundAsync("team");

        slack.Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Channel_that_is_known_by_name_is_read_by_the_id_that_Slack_told()
    {
        using var slack = new SlackReceiver();
        await using var bench = await Workbench.StartAsync(Bot(slack, "#alerts"), ("SLACK_TOKEN", SlackReceiver.Token));
        await bench.AcceptAsync(News.CiFailing);
        await bench.RoundAsync("team");
        await bench.AcceptAsync(News.NeedsInput with { SessionId = "app-2" });

        await DieAfterSendingAsync(bench, slack);
        bench.Clock.Advance(LongerThanAnyTry);
        await bench.RoundAsync("team");

        slack.Posts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Message_that_cannot_be_looked_for_now_waits_until_it_can()
    {
        using var slack = new SlackReceiver();
        await using var bench = await Workbench.StartAsync(Bot(slack), ("SLACK_TOKEN", SlackReceiver.Token));
        await bench.AcceptAsync(News.NeedsInput);
        await DieAfterSendingAsync(bench, slack);
        slack.ReadingRefusal = "ratelimited";
        bench.Clock.Advance(LongerThanAnyTry);

        var next = await bench.RoundAsync("team");
        slack.ReadingRefusal = null;
        bench.Clock.Advance(next!.Value - bench.Clock.GetUtcNow());
        await bench.RoundAsync("team");

        slack.Posts.Count.ShouldBe(1);
        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).State.ShouldBe(DeliveryState.Delivered);
    }

    private static string Bot(SlackReceiver slack, string channel = SlackReceiver.ChannelId) => $$"""
        notifiers:
          team: { plugin: slack, token: "${SLACK_TOKEN}", channel: "{{channel}}", apiUrl: "{{slack.ApiUrl}}" }
        defaults: { notifiers: [team] }
        """;

    // The process is gone as soon as Slack has taken the message: nothing of the answer is seen, and nothing noted.
    private static async Task DieAfterSendingAsync(Workbench bench, SlackReceiver slack)
    {
        using var life = new CancellationTokenSource();
        slack.Taken = _ => life.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => bench.Worker("team").RunRoundAsync(life.Token, life.Token));
        slack.Taken = _ => { };
    }
}
