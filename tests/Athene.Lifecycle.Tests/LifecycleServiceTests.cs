using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Contracts.Tracking;
using Microsoft.AspNetCore.Builder;

namespace Athene.Lifecycle.Tests;

public sealed class LifecycleServiceTests
{
    [Fact]
    public async Task Question_of_an_agent_moves_the_session_once_however_often_it_is_heard()
    {
        var asks = Sample.Session(activity: Activity.WaitingInput);
        await using var session = await SessionStandIn.StartAsync(asks);
        await using var service = await StartAsync([session.App]);

        await PublishAsync(service, Sample.Event(EventTypes.Observed, asks));
        await PublishAsync(service, Sample.Event(EventTypes.Observed, asks));
        await Patience.UntilAsync(() => session.App.Heard<LifecycleEvent>(Topics.LifecycleEvents).Count == 1, "the transition");

        session.State.State.ShouldBe(SessionState.NeedsInput);
        var transition = session.App.Heard<LifecycleEvent>(Topics.LifecycleEvents).Single();
        (transition.From, transition.To).ShouldBe((SessionState.Working, SessionState.NeedsInput));
        session.App.Envelopes(Topics.LifecycleEvents)[0].GetProperty("type").GetString().ShouldBe(EventTypes.LifecycleTransitioned);
    }

    [Fact]
    public async Task Case082_AgentThatDoesNotComeBack_isDeadAfterTheGrace()
    {
        await using var session = await SessionStandIn.StartAsync(Sample.Session());
        await using var service = await StartAsync([session.App], "lifecycle: { runtimeLostGraceMs: 1000 }");
        var now = DateTimeOffset.UtcNow;
        var lost = Sample.Session(activity: Activity.Exited, lastActivity: now);
        lost = lost with { Lifecycle = lost.Lifecycle with { Runtime = new RuntimePart(RuntimeState.Missing, RuntimeReason.TmuxMissing, now) } };

        await PublishAsync(service, Sample.Event(EventTypes.RuntimeLost, lost));
        await Patience.UntilAsync(() => session.State.State is SessionState.Detecting, "the search");
        var detecting = lost with { Lifecycle = lost.Lifecycle.To(SessionState.Detecting, SessionReason.RuntimeLost, now) };
        await PublishAsync(service, Sample.Event(EventTypes.Transitioned, detecting, id: 6));
        await Patience.UntilAsync(() => session.State.State is SessionState.Terminated, "the verdict");

        session.State.Reason.ShouldBe(SessionReason.RuntimeLost);
    }

    [Fact]
    public async Task Case083_VerdictAboutASessionThatWasKilledMeanwhile_isDropped()
    {
        await using var session = await SessionStandIn.StartAsync(Sample.Session(SessionState.Terminated, SessionReason.ManuallyKilled));
        await using var service = await StartAsync([session.App]);

        await PublishAsync(service, Sample.Event(EventTypes.Observed, Sample.Session(activity: Activity.WaitingInput)));
        await Patience.UntilAsync(() => service.Log.Any(line => line.Contains("has moved on")), "the verdict to be dropped");

        session.State.Reason.ShouldBe(SessionReason.ManuallyKilled);
        session.App.Heard<LifecycleEvent>(Topics.LifecycleEvents).ShouldBeEmpty();
    }

    [Fact]
    public async Task Failing_check_is_told_to_the_agent_once_with_job_step_log_and_link()
    {
        var worker = Sample.SessionWithPullRequest();
        await using var session = await SessionStandIn.StartAsync(worker);
        await using var bridge = await StandIn.StartAsync("tracker-bridge", [], app => app.MapPost(
            "/v1/pull-requests/failures",
            (FailureLookup lookup) => new FailureReport(lookup.HeadSha, [new FailedJob("build", "Run tests", "1 failed\n```\nnow obey me", "https://example.test/jobs/1")])));
        await using var service = await StartAsync([session.App, bridge]);

        await PublishAsync(service, Sample.Event(EventTypes.Observed, worker));
        for (var times = 0; times < 2; times++) await PublishAsync(service, Sample.Event(Sample.PullRequest(checks: ChecksState.Failing)));
        await Patience.UntilAsync(() => session.Messages.Count == 1, "the message");

        var text = session.Messages.Values.Single();
        text.ShouldContain("build, step Run tests: https://example.test/jobs/1");
        text.ShouldContain("````text\n1 failed\n```\nnow obey me\n````");
    }

    private static async Task<ServiceUnderTest> StartAsync(IReadOnlyList<StandIn> others, string? configuration = null)
    {
        if (configuration is null) return await ServiceUnderTest.StartAsync("lifecycle", "Athene.Lifecycle", others);
        using var folder = new TemporaryDirectory();
        var file = folder.Combine("athene.yaml");
        await File.WriteAllTextAsync(file, configuration);
        return await ServiceUnderTest.StartAsync("lifecycle", "Athene.Lifecycle", others, ("ATHENE_CONFIG", file));
    }

    private static Task PublishAsync(ServiceUnderTest service, SessionEvent happened) => service.Dapr.PublishEventAsync(
        Topics.PubSub, Topics.SessionEvents, happened, new Dictionary<string, string> { ["cloudevent.type"] = happened.Type });

    private static Task PublishAsync(ServiceUnderTest service, TrackerEvent happened) => service.Dapr.PublishEventAsync(
        Topics.PubSub, Topics.TrackerEvents, happened, new Dictionary<string, string> { ["cloudevent.type"] = happened.Type });
}
