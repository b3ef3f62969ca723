using System.Net;
using Athene.Contracts.Messages;
using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.BadInput;

/// <summary>A request that is sent twice is done once.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class RepeatedRequestTests(SharedInstallation shared)
{
    private SessionApi Api => shared.Athene.Api;

    [Fact]
    public async Task Spawn_withOneKeyTwice_isOneOperation()
    {
        var project = await shared.NewProjectAsync();
        var request = new SpawnRequest(Prompt: "once", Agent: AgentScripts.Echo);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            Api.PostAsync($"v1/projects/{project.Id}/sessions", request, ("Idempotency-Key", "one"))));

        var ids = answers.Select(answer => answer.As<OperationDocument>(HttpStatusCode.Accepted).Id).Distinct().ToList();
        var ended = await Api.EndOfAsync(ids.ShouldHaveSingleItem());
        (await Api.SpawnAsync(project.Id, request, ("Idempotency-Key", "one"))).As<SessionDocument>(HttpStatusCode.Created).Id.ShouldBe(ended.SessionId);
        (await project.SessionsAsync()).ShouldHaveSingleItem().Id.ShouldBe(ended.SessionId);
        (await project.EventsAsync("session.spawn_started")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Spawn_withAUsedKeyForAnotherRequest_isRefused()
    {
        var project = await shared.NewProjectAsync();
        var first = (await Api.SpawnAsync(project.Id, new SpawnRequest(Prompt: "one", Agent: AgentScripts.Echo), ("Idempotency-Key", "k")))
            .As<SessionDocument>(HttpStatusCode.Created);

        var refused = await Api.SpawnAsync(project.Id, new SpawnRequest(Prompt: "another", Agent: AgentScripts.Echo), ("Idempotency-Key", "k"));

        refused.Problem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        (await project.SessionsAsync()).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task Message_withOneIdTwice_isTypedOnce()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync(agent: AgentScripts.Listener);

        var states = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Api.SentAsync(session.Id, "only once", "m-1")));
        await Api.SentAsync(session.Id, "the end");

        states.ShouldAllBe(message => message == new MessageDocument("m-1", MessageState.Submitted, null));
        var note = $"typed-{session.Id}";
        await Within.TrueAsync(() => shared.Athene.Agents.Lines(note).Contains("the end"), "the agent read the last message");
        shared.Athene.Agents.Lines(note).ShouldBe(["only once", "the end"]);
    }

    [Fact]
    public async Task Messages_ofManySenders_arriveWhole()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync(agent: AgentScripts.Listener);
        var texts = Enumerable.Range(0, 8).Select(number => $"{number}: {new string((char)('a' + number), 60)}").ToList();

        await Task.WhenAll(texts.Select(text => Api.SentAsync(session.Id, text)));

        var note = $"typed-{session.Id}";
        await Within.TrueAsync(() => shared.Athene.Agents.Lines(note).Count >= texts.Count, "the agent read all messages");
        shared.Athene.Agents.Lines(note).ShouldBe(texts, ignoreOrder: true);
    }

    [Fact]
    public async Task Trace_ofARequest_goesOnThroughEveryService()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var project = await shared.NewProjectAsync();
        project.Repository.Write("issues/5.md", "# Five");

        (await Api.SpawnAsync(project.Id, new SpawnRequest("5", Agent: AgentScripts.Echo), ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01")))
            .Status.ShouldBe(HttpStatusCode.Created);

        // A service writes its log behind its back.
        await Within.TrueAsync(
            () => Lines("session").Any(line => line.Contains("ActivateSession", StringComparison.Ordinal)), "the last step of the spawn was logged in this trace");
        await Within.TrueAsync(() => Lines("tracker-bridge").Count > 1, "the tracker bridge was asked for the issue and heard of the session in this trace");

        IReadOnlyList<string> Lines(string service) => [.. shared.Athene.Log(service).Split('\n').Where(line => line.Contains(Trace, StringComparison.Ordinal))];
    }
}
