using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases 52 to 59: what happens between a message and the agent that shall read it.</summary>
[Collection(RelaunchInstallationCollection.Name)]
public sealed class SendCases(RelaunchInstallation relaunch)
{
    private const string Secret = "the-text-of-the-message";

    private Installation Athene => relaunch.Athene;

    private SessionApi Api => relaunch.Athene.Api;

    [Fact]
    public async Task Case052_Message_isTypedOnce()
    {
        var session = await SpawnAsync(AgentScripts.Listener);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();

        (await Api.SentAsync(session.Id, "hello")).State.ShouldBe(MessageState.Submitted);

        System.Diagnostics.Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        await ShouldHaveTypedAsync(session.Id, "hello");
    }

    [Fact]
    public async Task Case053_AgentThatShowsNothing_isNoFailure()
    {
        var session = await SpawnAsync(RelaunchInstallation.Mute);

        (await Api.SentAsync(session.Id, "hello")).State.ShouldBeOneOf(MessageState.Submitted, MessageState.Unconfirmed);

        await ShouldHaveTypedAsync(session.Id, "hello");
        (await Api.EventsAsync(session.Id, kind: "session.send_failed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case054_LostTerminal_isRestoredForTheMessage()
    {
        var session = await SpawnAsync(AgentScripts.Listener);
        await Athene.LoseTerminalAsync(session.Id);

        (await Api.SentAsync(session.Id, "hello")).State.ShouldBe(MessageState.Submitted);

        await Within.TrueAsync(() => Typed(session.Id).Contains("hello"), "the new agent got the message");
        Typed(session.Id).Count(line => line == "hello").ShouldBe(1);
        (await Api.EventsAsync(session.Id, kind: "session.restored")).ShouldHaveSingleItem();
        relaunch.Agents.Starts(session.Id).ShouldBe(2);
    }

    [Fact]
    public async Task Case054_KilledSession_isRestoredForAMessageThatComesLater()
    {
        var session = await SpawnAsync(AgentScripts.Listener);
        await Api.KilledAsync(session.Id);

        (await Api.SentAsync(session.Id, "hello")).State.ShouldBe(MessageState.Submitted);

        await Within.TrueAsync(() => Typed(session.Id).Contains("hello"), "the new agent got the message");
        (await Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Working);
    }

    [Fact]
    public async Task Case055_AgentThatNeverComesUp_getsNothing()
    {
        var session = await SpawnAsync(RelaunchInstallation.OnceOnly);
        await Athene.LoseTerminalAsync(session.Id);

        var sent = await Api.SentAsync(session.Id, Secret);

        sent.State.ShouldBe(MessageState.Failed);
        var restoreFailed = (await Api.EventsAsync(session.Id, kind: "session.restore_failed")).ShouldHaveSingleItem();
        restoreFailed.Data!["stage"]!.ToString().ShouldBe("ready_timeout");
        (await Api.EventsAsync(session.Id, kind: "session.send_failed")).ShouldHaveSingleItem();
        (await Api.GetAsync($"v1/events?session={session.Id}")).Body.ShouldNotContain(Secret);
        (await Api.OutputAsync(session.Id)).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Case056_AgentThatIsStillStarting_isWaitedFor()
    {
        var session = await SpawnAsync(RelaunchInstallation.Late);
        var ready = relaunch.Agents.NotePath($"ready-{session.Id}");

        (await Api.SentAsync(session.Id, "hello")).State.ShouldBe(MessageState.Submitted);

        var submitted = (await Api.EventsAsync(session.Id, kind: "session.message_state")).ShouldHaveSingleItem();
        submitted.Time.UtcDateTime.ShouldBeGreaterThan(File.GetLastWriteTimeUtc(ready));
        await ShouldHaveTypedAsync(session.Id, "hello");
        (await Api.EventsAsync(session.Id, kind: "session.restored")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case057_NoTerminalOnRecord_isFoundUnderTheSessionsName()
    {
        var session = await SpawnAsync(AgentScripts.Listener);
        await Api.SessionWhenAsync(session.Id, now => now.Status is not SessionStatus.Spawning, "has started");
        await new StateStore(Athene).ChangeSessionAsync(session.Id, record => record["runtime"] = null);

        (await Api.SentAsync(session.Id, "hello")).State.ShouldBe(MessageState.Submitted);

        await ShouldHaveTypedAsync(session.Id, "hello");
        relaunch.Agents.Starts(session.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Case058_ManySenders_areTypedOneAfterTheOther()
    {
        var session = await SpawnAsync(AgentScripts.Listener);
        var texts = Enumerable.Range(1, 6).Select(number => new string((char)('a' + number), 200 + number)).ToList();

        await Task.WhenAll(texts.Select(text => Api.SentAsync(session.Id, text)));

        await Within.TrueAsync(() => Typed(session.Id).Count == texts.Count, "all messages were typed");
        Typed(session.Id).ShouldBe(texts, ignoreOrder: true);
    }

    [Fact]
    public async Task Case059_AgentThatEndedInALivingTerminal_isRestoredForTheMessage()
    {
        var session = await SpawnAsync(AgentScripts.Listener);
        await Athene.LoseAgentAsync(session.Id);

        (await Api.SentAsync(session.Id, "hello")).State.ShouldBe(MessageState.Submitted);

        await Within.TrueAsync(() => Typed(session.Id).Contains("hello"), "the new agent got the message");
        relaunch.Agents.Starts(session.Id).ShouldBe(2);
    }

    [Fact]
    public async Task Send_agentThatAsks_waitsForTheAnswer()
    {
        var session = await SpawnAsync(RelaunchInstallation.Asker);
        await Api.SessionWhenAsync(session.Id, now => now.Activity is Activity.WaitingInput, "asks");

        var queued = (await Api.PostAsync($"v1/sessions/{session.Id}/messages", new MessageRequest("hello"), ("Prefer", "wait=3"))).As<MessageDocument>(HttpStatusCode.Accepted);
        queued.State.ShouldBe(MessageState.Queued);
        await File.WriteAllTextAsync(relaunch.Agents.NotePath($"answered-{session.Id}"), "");

        await ShouldHaveTypedAsync(session.Id, "hello");
    }

    [Fact]
    public async Task Send_thenKill_doesNotBringTheSessionBack()
    {
        var session = await SpawnAsync(RelaunchInstallation.Asker);
        await Api.SessionWhenAsync(session.Id, now => now.Activity is Activity.WaitingInput, "asks");
        var message = (await Api.PostAsync($"v1/sessions/{session.Id}/messages", new MessageRequest("hello"))).As<MessageDocument>(HttpStatusCode.Accepted);

        await Api.KilledAsync(session.Id);

        var ended = (await Api.PostAsync($"v1/sessions/{session.Id}/messages", new MessageRequest("hello", message.MessageId), ("Prefer", "wait=30"))).As<MessageDocument>(HttpStatusCode.Accepted);
        ended.State.ShouldBe(MessageState.Failed);
        (await Api.SessionAsync(session.Id)).Status.ShouldBe(SessionStatus.Killed);
        relaunch.Agents.Starts(session.Id).ShouldBe(1);
    }

    // An agent that ends before it has noted its start would not count.
    private async Task<SessionDocument> SpawnAsync(string agent)
    {
        var session = await (await relaunch.NewProjectAsync()).SpawnAsync(agent: agent);
        await relaunch.Agents.StartsWhenAsync(session.Id, 1);
        return session;
    }

    private IReadOnlyList<string> Typed(string sessionId) => relaunch.Agents.Lines($"typed-{sessionId}");

    private async Task ShouldHaveTypedAsync(string sessionId, string text)
    {
        await Within.TrueAsync(() => Typed(sessionId).Count > 0, "the agent read the message");
        Typed(sessionId).ShouldBe([text]);
    }
}
