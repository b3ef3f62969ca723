using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance case 21, and what agents may do with the <c>athene</c> command that they find in their sessions.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class RightsCases(SharedInstallation shared)
{
    private readonly Dictionary<string, int> runs = [];

    private Installation Athene => shared.Athene;

    [Fact]
    public async Task Case021_Worker_reachesItsOrchestratorAndIsNamed()
    {
        var project = await shared.NewProjectAsync();
        var orchestrator = await Athene.Api.EnsuredAsync(project.Id, AgentScripts.Listener);
        var worker = await project.SpawnAsync(agent: AgentScripts.Runner);

        (await RunAsync(worker, $"athene send {orchestrator.Id} 'I am blocked'")).ShouldBe("0");

        var note = $"typed-{orchestrator.Id}";
        await Within.TrueAsync(() => Athene.Agents.Lines(note).Count > 1, "the orchestrator got the message");
        Athene.Agents.Lines(note)[^1].ShouldBe($"[from {worker.Id}] I am blocked");
    }

    [Fact]
    public async Task Worker_mayDoNothingToOthers()
    {
        var project = await shared.NewProjectAsync();
        var other = await project.SpawnAsync();
        var worker = await project.SpawnAsync(agent: AgentScripts.Runner);

        (await RunAsync(worker, $"athene get {worker.Id}")).ShouldBe("0");
        (await RunAsync(worker, "athene report working")).ShouldBe("0");
        foreach (var command in (string[])["ls", $"get {other.Id}", $"output {other.Id}", $"send {other.Id} x", $"kill {other.Id}", $"kill {worker.Id}", "spawn --prompt x", "orchestrator relaunch", $"rename {worker.Id} x"])
            (await RunAsync(worker, $"athene {command}")).ShouldBe("1", command);
        (await project.SessionsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Orchestrator_runsItsOwnProjectAndNoOther()
    {
        var project = await shared.NewProjectAsync();
        var foreign = await (await shared.NewProjectAsync()).SpawnAsync();
        var orchestrator = await Athene.Api.EnsuredAsync(project.Id, AgentScripts.Runner);

        (await RunAsync(orchestrator, $"athene spawn --prompt 'Do it' --agent {AgentScripts.Listener}")).ShouldBe("0");
        var worker = $"{project.Id}-1";
        foreach (var command in (string[])["ls", $"get {worker}", $"output {worker}", $"events {worker}", $"send {worker} 'Go on'"])
            (await RunAsync(orchestrator, $"athene {command}")).ShouldBe("0", command);
        await Within.TrueAsync(() => Athene.Agents.Lines($"typed-{worker}").Contains($"[from {orchestrator.Id}] Go on"), "the worker got the message");
        foreach (var command in (string[])[$"get {foreign.Id}", $"kill {foreign.Id}", $"send {foreign.Id} x", $"ls --project {foreign.ProjectId}", $"kill {worker} --force", "orchestrator relaunch", $"kill {orchestrator.Id}"])
            (await RunAsync(orchestrator, $"athene {command}")).ShouldBe("1", command);
        (await RunAsync(orchestrator, $"athene kill {worker}")).ShouldBe("0");
    }

    /// <summary>Lets the agent of the session run a command; its exit code.</summary>
    private async Task<string> RunAsync(SessionDocument session, string command)
    {
        (await Athene.Api.SentAsync(session.Id, command)).State.ShouldBe(MessageState.Submitted);
        var number = runs[session.Id] = runs.GetValueOrDefault(session.Id) + 1;
        var note = $"code-{session.Id}-{number}";
        await Within.TrueAsync(() => Athene.Agents.Lines(note).Count > 0, $"{session.Id} ran {command}");
        return Athene.Agents.Lines(note)[0];
    }
}
