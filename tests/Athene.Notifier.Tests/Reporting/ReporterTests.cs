using Athene.Notifier.Delivery;
using Athene.Notifier.Reporting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Notifier.Tests.Reporting;

public sealed class ReporterTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly SlackReceiver slack = new();
    private Workbench bench = null!;

    public async Task InitializeAsync() => bench = await Workbench.StartAsync(
        """
        notifiers: { team: { plugin: slack, webhookUrl: "${SLACK_URL}" } }
        defaults: { notifiers: [team] }
        """,
        ("SLACK_URL", slack.WebhookUrl));

    public async Task DisposeAsync() => await bench.DisposeAsync();

    public void Dispose() => slack.Dispose();

    [Fact]
    public async Task History_that_hangs_delays_no_alarm_and_is_left_after_seconds()
    {
        bench.Sessions.Handler = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await GiveUpOneAsync();

        var report = bench.Reports.ReportAsync("team", CancellationToken.None);
        await Patience.UntilAsync(() => bench.Sessions.Received.Count == 1, "the history to be asked");
        await bench.AcceptAsync(News.CiFailing);
        await bench.Worker("team").RunRoundAsync(CancellationToken.None, CancellationToken.None).WaitAsync(Limit);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));

        slack.Posts.ShouldHaveSingleItem();
        (await report.WaitAsync(Limit)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_given_up_is_reported_beside_the_deliveries()
    {
        await GiveUpOneAsync();
        using var reporter = new Reporter(bench.Targets, bench.Reports, new Wakeups(), bench.Clock, NullLogger<Reporter>.Instance);

        await reporter.StartAsync(CancellationToken.None);

        await Patience.UntilAsync(() => bench.Reported.Count == 1, "the report");
        await reporter.StopAsync(CancellationToken.None);
    }

    private async Task GiveUpOneAsync()
    {
        slack.FailNext(404);
        await bench.AcceptAsync(News.NeedsInput);
        await bench.Worker("team").RunRoundAsync(CancellationToken.None, CancellationToken.None).WaitAsync(Limit);
    }
}
