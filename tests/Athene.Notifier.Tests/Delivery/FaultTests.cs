using System.Net;
using Athene.Contracts.Errors;
using Athene.Contracts.Notifications;

namespace Athene.Notifier.Tests.Delivery;

/// <summary>Slack's webhook stands for every channel over HTTP: they share the way there and back.</summary>
public sealed class FaultTests : IAsyncLifetime, IDisposable
{
    private const string Configuration = """
        notifiers:
          team: { plugin: slack, webhookUrl: "${SLACK_URL}", retries: 3, retryDelayMs: 1000, timeoutMs: 10000 }
        defaults: { notifiers: [team] }
        """;

    private readonly SlackReceiver slack = new();
    private Workbench bench = null!;

    public async Task InitializeAsync() => bench = await Workbench.StartAsync(Configuration, ("SLACK_URL", slack.WebhookUrl));

    public async Task DisposeAsync() => await bench.DisposeAsync();

    public void Dispose() => slack.Dispose();

    [Fact]
    public async Task Notification_that_comes_twice_is_told_once()
    {
        await bench.AcceptAsync(News.NeedsInput);
        await bench.AcceptAsync(News.NeedsInput);
        await bench.RoundAsync("team");
        await bench.AcceptAsync(News.NeedsInput with { Title = "the same again" });

        (await bench.RoundAsync("team")).ShouldBeNull();
        slack.Posts.Count.ShouldBe(1);
        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Too_many_requests_are_not_repeated_before_the_time_that_is_asked_for()
    {
        slack.FailNext(429, retryAfter: "30");
        await bench.AcceptAsync(News.NeedsInput);
        await bench.AcceptAsync(News.CiFailing);

        (await bench.RoundAsync("team")).ShouldBe(bench.Clock.GetUtcNow().AddSeconds(30));
        slack.Requests.ShouldBe(1, "what waits behind it keeps the pause as well");
        bench.Clock.Advance(TimeSpan.FromSeconds(29));
        await bench.RoundAsync("team");
        slack.Requests.ShouldBe(1);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.RoundAsync("team");
        slack.Posts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Server_errors_are_tried_again_after_longer_and_longer_pauses_then_given_up_and_told_to_the_history()
    {
        for (var i = 0; i < 4; i++) slack.FailNext(500, body: $"no good: {slack.WebhookUrl}");
        await bench.AcceptAsync(News.NeedsInput);

        var pauses = new List<double>();
        while (await bench.RoundAsync("team") is { } next)
        {
            pauses.Add((next - bench.Clock.GetUtcNow()).TotalSeconds);
            bench.Clock.Advance(next - bench.Clock.GetUtcNow());
        }

        pauses.Count.ShouldBe(3);
        foreach (var (pause, least) in pauses.Zip([1.0, 2.0, 4.0])) pause.ShouldBeInRange(least, least * 1.2);
        var delivery = await bench.DeliveryAsync(News.NeedsInput.Id, "team");
        (delivery.State, delivery.Attempts).ShouldBe((DeliveryState.Failed, 4));
        var report = bench.Reported.ShouldHaveSingleItem();
        (report.Kind, report.SessionId, report.ProjectId).ShouldBe(("notification.delivery_failed", "app-1", "app"));
        report.Summary.ShouldContain("answered 500");
        foreach (var text in (string?[])[report.Summary, delivery.Error, report.Data!.ToJsonString()]) text!.ShouldNotContain("secret-of-the-webhook");
    }

    [Fact]
    public async Task Refusal_for_good_is_not_repeated_and_can_be_sent_again_by_hand()
    {
        slack.FailNext(404, body: "no_service");
        await bench.AcceptAsync(News.NeedsInput);
        await bench.RoundAsync("team");
        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).Error.ShouldBe("127.0.0.1 answered 404: no_service");

        (await bench.Board.ListAsync(10, null, failed: true, CancellationToken.None)).Data.ShouldHaveSingleItem();
        await bench.Retries.RetryAsync(News.NeedsInput.Id, new RetryRequest(), CancellationToken.None);
        await bench.RoundAsync("team");

        slack.Posts.Count.ShouldBe(1);
        (await bench.Board.ListAsync(10, null, failed: true, CancellationToken.None)).Data.ShouldBeEmpty();
        (await Should.ThrowAsync<AtheneException>(() => bench.Retries.RetryAsync(News.NeedsInput.Id, new RetryRequest(), CancellationToken.None)))
            .Problem.Status.ShouldBe((int)HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Endpoint_that_hangs_is_left_at_the_deadline()
    {
        slack.HangNext();
        await bench.AcceptAsync(News.NeedsInput);
        var round = bench.RoundAsync("team");
        await Patience.UntilAsync(() => slack.Requests == 1, "the request");

        bench.Clock.Advance(TimeSpan.FromSeconds(10));

        (await round).ShouldNotBeNull();
        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).Error.ShouldBe("it took longer than 10 s");
    }

    [Fact]
    public async Task Connection_that_breaks_off_and_one_that_is_refused_are_tried_again()
    {
        slack.BreakOffNext();
        await bench.AcceptAsync(News.NeedsInput);
        (await bench.RoundAsync("team")).ShouldNotBeNull();
        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).Error.ShouldBe("no answer from 127.0.0.1: it broke off in the middle");

        slack.Dispose();
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        (await bench.RoundAsync("team")).ShouldNotBeNull();
        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).Error.ShouldBe("no answer from 127.0.0.1: it takes no connection");
    }

    [Theory]
    [InlineData("/services/T0/B0/secret-of-the-webhook is gone")]
    [InlineData("secret-of-the-webhook is gone")]
    [InlineData("it was xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx secret-of-the-webhook")]
    public async Task Answer_that_quotes_a_part_of_the_address_is_not_shown_with_it(string body)
    {
        slack.FailNext(404, body: body);
        await bench.AcceptAsync(News.NeedsInput);
        await bench.RoundAsync("team");

        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).Error!.ShouldSatisfyAllConditions(error => error.ShouldNotContain("secret-of"), error => error.ShouldContain("[redacted]"));
    }

    [Fact]
    public async Task Redirection_is_not_followed()
    {
        slack.FailNext(302);
        await bench.AcceptAsync(News.NeedsInput);
        await bench.RoundAsync("team");

        (await bench.DeliveryAsync(News.NeedsInput.Id, "team")).State.ShouldBe(DeliveryState.Failed);
        slack.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task History_that_is_away_is_told_later()
    {
        bench.Sessions.Handler = (context, _) => { context.Response.StatusCode = 503; return Task.CompletedTask; };
        slack.FailNext(404);
        await bench.AcceptAsync(News.NeedsInput);
        await bench.RoundAsync("team");
        bench.Sessions.Handler = (_, _) => Task.CompletedTask;

        await bench.RoundAsync("team");
        await bench.RoundAsync("team");

        bench.Reported.Count.ShouldBe(2, "once in vain, once heard");
        bench.Reported.Select(report => report.Id).Distinct().ShouldHaveSingleItem();
    }
}
