using System.Net;
using Athene.Contracts.Events;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Tests.Watching.Hosted;

/// <summary>The bridge is killed (<c>kill -9</c>) at each of its calls of the sidecar, from the webhook to the event that tells of it.</summary>
[Collection(WatchingCollection.Name)]
public sealed class CrashTests(WatchingBridge bridge)
{
    /// <summary>A webhook and what follows take some ten calls; no round needs to go further than the first that is not reached.</summary>
    private const int MostCalls = 40;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kill_atAnyCall_losesNothingAndTellsNothingTwice(bool afterwards)
    {
        var rounds = 0;
        while (rounds < MostCalls && await RoundAsync(++rounds, afterwards))
        {
        }

        rounds.ShouldBeGreaterThan(6);
    }

    /// <summary>False: the call was not reached, so all of them have been struck.</summary>
    private async Task<bool> RoundAsync(int call, bool afterwards)
    {
        var branch = $"feat/crash-{call}-{(afterwards ? "after" : "before")}";
        await bridge.Repo.PushAsync(branch, "crash.txt", branch);
        var session = await bridge.StartSessionAsync(branch);
        var strike = bridge.Proxy.StrikeAt(call, afterwards, bridge.Service.Kill);

        var pull = await bridge.Repo.OpenPullRequestAsync(branch);
        await pull.FailCheckAsync("build", "Run tests", "Error: expected 2 but was 3");
        await Patience.UntilAsync(() => strike.HasStruck || IsTold(session), $"call {call} to be struck, or the checks to be told");
        var hasStruck = await strike.EndAsync();
        if (hasStruck) await bridge.Service.StartAgainAsync();
        await bridge.WhenToldAsync(session, told => told.PullRequest!.ChecksState is ChecksState.Failing, $"failing checks to be told after a kill at call {call}");

        ShouldBeConsistent(session, call);
        await ShouldHaveToldPushesAsync();
        await bridge.EndSessionAsync(session);
        return hasStruck;
    }

    private bool IsTold(string session) => bridge.Told(session).Any(told => told.PullRequest?.ChecksState is ChecksState.Failing);

    // What is told again after a kill has the id that it had, so whoever knows ids hears it once; two that differ never share a revision.
    private void ShouldBeConsistent(string session, int call)
    {
        var told = bridge.Told(session).Where(told => told.PullRequest is not null).ToList();
        told.GroupBy(one => one.PullRequest!.Revision).ShouldAllBe(same => same.Select(one => one.Id).Distinct().Count() == 1, $"call {call}");
        told.GroupBy(one => one.Id).ShouldAllBe(same => same.Count() <= 2, $"call {call}");
        told.Select(one => one.PullRequest!.Number).Distinct().Count().ShouldBe(1, $"call {call}");
    }

    // Nothing reads pushes again: one whose webhook was accepted must be told.
    private async Task ShouldHaveToldPushesAsync()
    {
        await Patience.UntilAsync(() => bridge.GitHub.Webhooks.IsIdle, "the webhooks to be delivered");
        var accepted = bridge.GitHub.Webhooks.Deliveries.Where(delivery => delivery is { Event: "push", Status: HttpStatusCode.Accepted })
            .Select(delivery => System.Text.Json.Nodes.JsonNode.Parse(delivery.Body)!["after"]!.GetValue<string>()).ToHashSet();
        await Patience.UntilAsync(() => accepted.All(sha => bridge.TellsOfPush(sha)), "every accepted push to be told");
    }
}
