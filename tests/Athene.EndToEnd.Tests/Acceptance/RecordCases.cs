using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>What agents write down of their own conversations: proof of delivery, session info, questions at the start, and remap (spec sessions.md §20).</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class RecordCases(SharedInstallation shared)
{
    private SessionApi Api => shared.Athene.Api;

    [Fact]
    public async Task Spawn_agentWithARecord_isSeenToTakeItsTask()
    {
        var project = await NewProjectAsync();

        var session = await project.SpawnAsync(prompt: "make a file please", agent: RecordingAgent.Name);

        var seen = await Api.SessionWhenAsync(session.Id, now => now is { TaskAcceptedAt: not null, AgentInfo.Tokens: not null }, "shows that it took its task");
        seen.NativeSessionId.ShouldBe($"thread-{session.Id}");
        seen.AgentInfo.ShouldBe(new AgentInfoDocument(
            $"thread-{session.Id}", "make a file please", SummaryIsFallback: true, null, new TokenUsageDocument(60, 10, 40, 0), 0.00037m, CostIsEstimate: true));
        var ready = await Api.SessionWhenAsync(session.Id, now => now.Activity is Activity.Ready, "is at rest");
        ready.ActivityEvidence!.Source.ShouldBe("native");
        ready.ActivityEvidence.Confidence.ShouldBe("high");
    }

    [Fact]
    public async Task Send_agentWithARecord_waitsForTheProof()
    {
        var project = await NewProjectAsync();
        var session = await project.SpawnAsync(prompt: "begin", agent: RecordingAgent.Name);
        await Api.SessionWhenAsync(session.Id, now => now.TaskAcceptedAt is not null, "took its task");

        (await Api.SentAsync(session.Id, "and go on")).State.ShouldBe(MessageState.Accepted);

        var sent = await shared.Athene.AtheneAsync("send", session.Id, "once more", "--wait", "--json");
        sent.ExitCode.ShouldBe(0, sent.ToString());
        sent.Json<MessageDocument>().State.ShouldBe(MessageState.Accepted);
        (await Api.EventsAsync(session.Id, kind: "session.message_state"))
            .Count(told => told.Data!["state"]!.GetValue<string>() == "accepted").ShouldBe(2);
    }

    [Fact]
    public async Task Send_agentWithoutARecord_endsAsSubmitted()
    {
        var project = await NewProjectAsync();
        var session = await project.SpawnAsync();

        (await Api.SentAsync(session.Id, "hello")).ShouldSatisfyAllConditions(
            message => message.State.ShouldBe(MessageState.Submitted), message => message.Pending.ShouldBeFalse());
    }

    [Fact]
    public async Task Spawn_agentThatAsksAtItsStart_isWaitingUntilItsRecordShowsThePrompt()
    {
        var project = await NewProjectAsync();
        var session = await project.SpawnAsync(prompt: "begin", agent: RecordingAgent.Hesitant);

        var asking = await Api.SessionWhenAsync(session.Id, now => now.Activity is Activity.WaitingInput, "asks");
        asking.ActivityEvidence!.Detail.ShouldBe("Do you trust this directory?");
        asking.TaskAcceptedAt.ShouldBeNull();
        (await Api.EventsAsync(session.Id, kind: "session.observed")).ShouldContain(
            told => told.Data!["activity"]!.GetValue<string>() == "waiting_input" && told.Data["evidence"]!.GetValue<string>() == "Do you trust this directory?");
        var message = (await Api.PostAsync($"v1/sessions/{session.Id}/messages", new MessageRequest("meanwhile"))).As<MessageDocument>(HttpStatusCode.Accepted);

        // The answer of a person; nothing else was typed before it.
        await File.WriteAllTextAsync(shared.Athene.Agents.NotePath($"trust-{session.Id}"), "");

        await Api.SessionWhenAsync(session.Id, now => now is { TaskAcceptedAt: not null, Activity: not Activity.WaitingInput }, "works");
        await Within.TrueAsync(
            async () => (await Api.GetAsync($"v1/sessions/{session.Id}/messages/{message.MessageId}")).As<MessageDocument>().State is MessageState.Accepted,
            "the message was accepted");
    }

    [Fact]
    public async Task Remap_findsTheConversationThatTheRecordShows()
    {
        var project = await NewProjectAsync();
        var session = await project.SpawnAsync(prompt: "begin", agent: RecordingAgent.Name);

        var remapped = await Within.GetAsync(
            async () => await shared.Athene.AtheneAsync("remap", session.Id, "--force", "--json") is { ExitCode: 0 } done ? done.Json<SessionDocument>() : null,
            "the conversation was found");

        remapped.NativeSessionId.ShouldBe($"thread-{session.Id}");
    }

    [Fact]
    public async Task Remap_sessionThatHasNone_isRefused()
    {
        var project = await NewProjectAsync();
        var other = await project.SpawnAsync();
        var silent = await project.SpawnAsync(prompt: "begin", agent: RecordingAgent.Hesitant);

        (await RemapAsync(other.Id)).Problem(HttpStatusCode.UnprocessableEntity, "agent-unsupported");
        (await RemapAsync(silent.Id)).Problem(HttpStatusCode.NotFound, "mapping-missing");
        (await RemapAsync("nobody-1")).Problem(HttpStatusCode.NotFound, "session-not-found");
    }

    [Fact]
    public async Task Kill_withPurge_hasTheAgentDeleteItsConversation()
    {
        var project = await NewProjectAsync();
        var kept = await project.SpawnAsync(prompt: "begin", agent: RecordingAgent.Name);
        var purged = await project.SpawnAsync(prompt: "begin", agent: RecordingAgent.Name);
        foreach (var session in new[] { kept, purged }) await Api.SessionWhenAsync(session.Id, now => now.NativeSessionId is not null, "has a conversation");

        await Api.KilledAsync(kept.Id);
        await Api.KilledAsync(purged.Id, new KillRequest(Purge: true));

        var deleted = shared.Athene.Agents.Lines(RecordingAgent.DeletedNote);
        deleted.Count(id => id == $"thread-{purged.Id}").ShouldBe(1);
        deleted.ShouldNotContain($"thread-{kept.Id}");
    }

    private Task<Answer> RemapAsync(string sessionId) => Api.PostAsync($"v1/sessions/{sessionId}/remap", new RemapRequest());

    private async Task<TestProject> NewProjectAsync() => await shared.NewProjectAsync();
}
