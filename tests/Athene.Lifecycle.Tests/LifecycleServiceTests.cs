using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Tests;

public sealed class LifecycleServiceTests
{
    [Fact]
    public async Task Question_of_an_agent_moves_the_session_and_is_told_under_one_id_however_often_it_is_heard()
    {
        var asks = Sample.Session(activity: Activity.WaitingInput);
        await using var session = await SessionStandIn.StartAsync(asks);
        await using var service = await StartAsync(session);

        await PublishAsync(service, EventTypes.Observed, asks);
        await PublishAsync(service, EventTypes.Observed, asks);
        await Patience.UntilAsync(() => session.App.Heard<Notification>(Topics.Notifications).Count == 2, "two notifications");

        session.State.State.ShouldBe(SessionState.NeedsInput);
        session.App.Heard<Notification>(Topics.Notifications).Select(notification => notification.Id).Distinct().ShouldBe(["app-1-5-needs-input"]);
        session.App.Envelopes(Topics.Notifications)[0].GetProperty("type").GetString().ShouldBe(EventTypes.Notification);
        var transition = session.App.Heard<LifecycleEvent>(Topics.LifecycleEvents)[0];
        (transition.From, transition.To).ShouldBe((SessionState.Working, SessionState.NeedsInput));
        session.App.Envelopes(Topics.LifecycleEvents)[0].GetProperty("type").GetString().ShouldBe(EventTypes.LifecycleTransitioned);
    }

    [Fact]
    public async Task Case082_AgentThatDoesNotComeBack_isDeadAfterTheGrace()
    {
        var lost = Sample.Session(runtime: RuntimeState.Exited, exitCode: 2, lastActivity: DateTimeOffset.UtcNow.AddMinutes(1));
        await using var session = await SessionStandIn.StartAsync(lost);
        await using var service = await StartAsync(session, "lifecycle: { runtimeLostGraceMs: 300 }");

        await PublishAsync(service, EventTypes.RuntimeLost, lost);
        await Patience.UntilAsync(() => session.App.Heard<Notification>(Topics.Notifications).Count == 1, "the notification");

        session.State.ShouldSatisfyAllConditions(
            state => state.State.ShouldBe(SessionState.Terminated),
            state => state.Reason.ShouldBe(SessionReason.RuntimeLost));
        session.App.Heard<LifecycleEvent>(Topics.LifecycleEvents).Select(transition => transition.To)
            .ShouldBe([SessionState.Detecting, SessionState.Terminated]);
        session.App.Heard<Notification>(Topics.Notifications).Single().Id.ShouldBe("app-1-5-agent-exited");
    }

    [Fact]
    public async Task Case083_VerdictAboutASessionThatWasKilledMeanwhile_isDropped()
    {
        await using var session = await SessionStandIn.StartAsync(Sample.Session(SessionState.Terminated, SessionReason.ManuallyKilled));
        await using var service = await StartAsync(session);

        await PublishAsync(service, EventTypes.Observed, Sample.Session(activity: Activity.WaitingInput));
        await Patience.UntilAsync(() => service.Log.Any(line => line.Contains("is dropped")), "the verdict to be dropped");

        session.State.Reason.ShouldBe(SessionReason.ManuallyKilled);
        session.App.Heard<Notification>(Topics.Notifications).ShouldBeEmpty();
    }

    private static async Task<ServiceUnderTest> StartAsync(SessionStandIn session, string? configuration = null)
    {
        if (configuration is null) return await ServiceUnderTest.StartAsync("lifecycle", "Athene.Lifecycle", [session.App]);
        using var folder = new TemporaryDirectory();
        var file = folder.Combine("athene.yaml");
        await File.WriteAllTextAsync(file, configuration);
        return await ServiceUnderTest.StartAsync("lifecycle", "Athene.Lifecycle", [session.App], ("ATHENE_CONFIG", file));
    }

    private static Task PublishAsync(ServiceUnderTest service, string type, SessionDocument session) => service.Dapr.PublishEventAsync(
        Topics.PubSub, Topics.SessionEvents, Sample.Signal(type, session), new Dictionary<string, string> { ["cloudevent.type"] = type });
}
