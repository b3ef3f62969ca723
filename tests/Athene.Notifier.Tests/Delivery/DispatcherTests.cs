using Athene.Notifier.Delivery;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Notifier.Tests.Delivery;

public sealed class DispatcherTests
{
    [Fact]
    public async Task Round_that_ends_in_a_time_limit_of_somebody_else_is_not_the_last()
    {
        using var slack = new SlackReceiver();
        await using var bench = await Workbench.StartAsync(
            """
            notifiers: { team: { plugin: slack, webhookUrl: "${SLACK_URL}" } }
            defaults: { notifiers: [team] }
            """,
            ("SLACK_URL", slack.WebhookUrl));
        await bench.AcceptAsync(News.NeedsInput);
        var worker = bench.Worker("team", new ClockThatTimesOutOnce(bench.Clock));
        using var dispatcher = new Dispatcher([worker], new Wakeups(), TimeProvider.System, NullLogger<Dispatcher>.Instance);

        await dispatcher.StartAsync(CancellationToken.None);

        await Patience.UntilAsync(() => slack.Posts.Count == 1, "the message");
        await dispatcher.StopAsync(CancellationToken.None);
    }

    // Any part of a round may end so, as a client of HTTP does at its own time limit.
    private sealed class ClockThatTimesOutOnce(TimeProvider clock) : TimeProvider
    {
        private int timeouts = 1;

        public override DateTimeOffset GetUtcNow() =>
            Interlocked.Decrement(ref timeouts) == 0 ? throw new TaskCanceledException("the time limit of a client") : clock.GetUtcNow();
    }
}
