using Athene.Configuration;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Testing;
using Athene.TrackerBridge.PullRequests;
using Athene.TrackerBridge.Watching;

namespace Athene.Benchmarks.Measurements;

/// <summary>How often a host is asked in an hour about 100 open pull requests: the real schedule, on a clock that is moved, against a host that only counts.</summary>
internal static class ApiCalls
{
    private const int PullRequests = 100;

    private static readonly WatchedHost Host = new("github", null);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IReadOnlyList<Result> Measure() =>
    [
        new Result($"requests an hour for {PullRequests} open pull requests, webhooks", $"{Count(hasWebhooks: true)}", Aim: "≤ 100"),
        new Result($"requests an hour for {PullRequests} open pull requests, no webhooks", $"{Count(hasWebhooks: false)}", Aim: "≤ 600"),
        new Result($"requests an hour for {PullRequests} open pull requests, no webhooks, 20 with running checks", $"{Count(hasWebhooks: false, busy: 20)}", Aim: "≤ 600"),
    ];

    private static int Count(bool hasWebhooks, int busy = 0)
    {
        var clock = new FakeTimeProvider();
        var schedule = new Schedule(new PollingConfiguration(), clock);
        // Each came into being at another moment, as in life.
        List<WatchTarget> watched = [];
        foreach (var number in Enumerable.Range(1, PullRequests))
        {
            watched.Add(new WatchTarget(Host.Provider, new PullRequestQuery("acme/app", null, number, null)));
            schedule.Follow(watched);
            Run(schedule, clock, TimeSpan.FromSeconds(7), busy);
        }

        Run(schedule, clock, Hour, busy);
        if (hasWebhooks) schedule.HearOf(Host, "acme/app");
        Run(schedule, clock, TimeSpan.FromMinutes(5), busy);
        return Run(schedule, clock, Hour, busy);
    }

    private static int Run(Schedule schedule, FakeTimeProvider clock, TimeSpan duration, int busy)
    {
        var (requests, end) = (0, clock.GetUtcNow() + duration);
        while (schedule.NextAt() is { } next && next < end)
        {
            if (next > clock.GetUtcNow()) clock.Advance(next - clock.GetUtcNow());
            foreach (var due in schedule.Take())
            {
                requests++;
                schedule.Settle(due, [.. due.Targets.Select(target => Answer(target, busy, clock.GetUtcNow()))]);
            }
        }

        clock.Advance(end - clock.GetUtcNow());
        return requests;
    }

    private static TargetReading Answer(WatchTarget target, int busy, DateTimeOffset now)
    {
        var isBusy = target.Query.Number <= busy;
        var facts = new PullRequestFacts(
            target.Query.Number!.Value, PullRequestState.Open, "feat/x", "abc", "main", isBusy ? ChecksState.Pending : ChecksState.Passing, Mergeability.Blocked, 1);
        return new TargetReading(target, facts, isBusy ? now : DateTimeOffset.MinValue);
    }
}
