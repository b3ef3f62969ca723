using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;

namespace Athene.TrackerBridge.Tests.Watching.Hosted;

[Collection(WatchingCollection.Name)]
public sealed class WatchTests(WatchingBridge bridge)
{
    [Fact]
    public async Task Webhook_pullRequestOfItsBranch_isTheSessionsAndWhatHappensToItIsTold()
    {
        await bridge.Repo.PushAsync("feat/told", "told.txt", "1");
        var session = await bridge.StartSessionAsync("feat/told");

        var pull = await bridge.Repo.OpenPullRequestAsync("feat/told");
        (await bridge.WhenToldAsync(session, told => told.PullRequest!.Number == pull.Number, "the pull request is told")).Type.ShouldBe(EventTypes.PullRequestChanged);
        await pull.FailCheckAsync("build", "Run tests", "Error: expected 2 but was 3");
        await bridge.WhenToldAsync(session, told => told.PullRequest!.ChecksState is ChecksState.Failing, "failing checks are told");
        await pull.ApproveAsync();
        await bridge.WhenToldAsync(session, told => told.PullRequest!.ReviewDecision is ReviewDecision.Approved or ReviewDecision.None, "the review is told");

        ShouldBeToldOnce(session);
        await bridge.EndSessionAsync(session);
    }

    [Fact]
    public async Task Webhook_push_isToldToTheSessionOfTheBranch()
    {
        var session = await bridge.StartSessionAsync("feat/pushed");

        var commit = await bridge.Repo.PushAsync("feat/pushed", "pushed.txt", "1");

        await Patience.UntilAsync(() => bridge.Told(session).Any(told => told.Type == EventTypes.Push && told.Push!.HeadSha == commit), "the push to be told");
        bridge.Told(session).Count(told => told.Push?.HeadSha == commit).ShouldBe(1);
        await bridge.EndSessionAsync(session);
    }

    [Fact]
    public async Task Clock_whileWebhooksAreSilent_findsWhatChanged()
    {
        bridge.TurnWebhooksOff();
        await bridge.Repo.PushAsync("feat/silent", "silent.txt", "1");
        var session = await bridge.StartSessionAsync("feat/silent");

        var pull = await bridge.Repo.OpenPullRequestAsync("feat/silent");
        await bridge.WhenToldAsync(session, told => told.PullRequest!.Number == pull.Number, "the pull request is found");
        await pull.MergeAsync();
        await bridge.WhenToldAsync(session, told => told.PullRequest!.State is PullRequestState.Merged, "the merge is found");

        ShouldBeToldOnce(session);
        bridge.TurnWebhooksOn();
        await bridge.EndSessionAsync(session);
    }

    [Fact]
    public async Task Claim_pullRequestOfAnother_isToldToWhoeverHasItNow()
    {
        await bridge.Repo.PushAsync("feat/claimed", "claimed.txt", "1");
        var first = await bridge.StartSessionAsync("feat/claimed");
        var pull = await bridge.Repo.OpenPullRequestAsync("feat/claimed");
        await bridge.WhenToldAsync(first, told => told.PullRequest!.Number == pull.Number, "the first to be told");

        var second = await bridge.StartSessionAsync("feat/other", new PullRequestDocument(pull.Url, pull.Number, "open"));
        (await bridge.WhenToldAsync(second, told => told.PullRequest!.Number == pull.Number, "the second to be told")).Type.ShouldBe(EventTypes.PullRequestChanged);
        var before = bridge.Told(first).Count;
        await pull.FailCheckAsync("build", "Run tests", "Error");
        await bridge.WhenToldAsync(second, told => told.PullRequest!.ChecksState is ChecksState.Failing, "the second to be told of its checks");

        bridge.Told(first).Count.ShouldBe(before);
        await bridge.EndSessionAsync(first);
        await bridge.EndSessionAsync(second);
    }

    [Fact]
    public async Task Case094_webhook_ofAnEndedSession_matchesNothing()
    {
        await bridge.Repo.PushAsync("feat/ended", "ended.txt", "1");
        var session = await bridge.StartSessionAsync("feat/ended");
        await bridge.EndSessionAsync(session);

        await bridge.Repo.OpenPullRequestAsync("feat/ended");
        await Patience.UntilAsync(() => bridge.GitHub.Webhooks.IsIdle, "the webhooks to be delivered");
        var other = await bridge.StartSessionAsync("feat/later");

        bridge.Told(session).ShouldNotContain(told => told.PullRequest != null);
        await bridge.EndSessionAsync(other);
    }

    [Fact]
    public async Task Case095_deliveryThatComesAgain_changesNothing()
    {
        await bridge.Repo.PushAsync("feat/again", "again.txt", "1");
        var session = await bridge.StartSessionAsync("feat/again");
        var pull = await bridge.Repo.OpenPullRequestAsync("feat/again");
        await pull.FailCheckAsync("build", "Run tests", "Error");
        await bridge.WhenToldAsync(session, told => told.PullRequest!.ChecksState is ChecksState.Failing, "failing checks are told");
        await Patience.UntilAsync(() => bridge.GitHub.Webhooks.IsIdle, "the webhooks to be delivered");
        var told = bridge.Told(session).Count;

        foreach (var delivery in bridge.GitHub.Webhooks.Deliveries.Where(delivery => delivery.Event == "check_run").ToList()) bridge.GitHub.Webhooks.Redeliver(delivery);
        await Patience.UntilAsync(() => bridge.GitHub.Webhooks.IsIdle, "the webhooks to be delivered again");
        await pull.ApproveAsync();
        await bridge.WhenToldAsync(session, told => told.PullRequest!.Reviews.Count > 0 || told.PullRequest.ReviewDecision is ReviewDecision.Approved, "the review is told");

        bridge.Told(session).Skip(told).ShouldAllBe(later => later.Type != EventTypes.ChecksChanged);
        ShouldBeToldOnce(session);
        await bridge.EndSessionAsync(session);
    }

    [Fact]
    public async Task Case097_hostThatAsksToWait_isNotAskedUntilThenAndNothingChanges()
    {
        await bridge.Repo.PushAsync("feat/quota", "quota.txt", "1");
        var session = await bridge.StartSessionAsync("feat/quota");
        var pull = await bridge.Repo.OpenPullRequestAsync("feat/quota");
        await bridge.WhenToldAsync(session, told => told.PullRequest!.Number == pull.Number, "the pull request is told");

        var wait = TimeSpan.FromSeconds(6);
        bridge.GitHub.Limits.Throttle(wait);
        var until = DateTimeOffset.UtcNow + wait;
        await pull.FailCheckAsync("build", "Run tests", "Error");
        await Patience.UntilAsync(async () => (await bridge.WatchesAsync()).Hosts.Single() is { AwaySince: not null }, "the host to be paused");
        var asked = bridge.GitHub.Requests.Count;
        await Patience.UntilAsync(() => DateTimeOffset.UtcNow > until.AddSeconds(-1), "the wait to be nearly over");

        bridge.GitHub.Requests.Count.ShouldBe(asked);
        bridge.Told(session).ShouldNotContain(told => told.PullRequest != null && told.PullRequest.ChecksState == ChecksState.Failing);
        (await bridge.WatchesAsync()).Hosts.Single().Problem.ShouldNotBeNull().ShouldContain("until");
        bridge.GitHub.Limits.Relax();
        await bridge.WhenToldAsync(session, told => told.PullRequest!.ChecksState is ChecksState.Failing, "failing checks are told");
        await bridge.EndSessionAsync(session);
    }

    private void ShouldBeToldOnce(string session) => bridge.Told(session).Select(told => told.Id).ShouldBeUnique();
}
