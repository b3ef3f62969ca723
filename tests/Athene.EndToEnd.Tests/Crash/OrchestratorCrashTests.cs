using System.Net;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary><c>kill -9</c> of the session service, or of the sidecar, at each step of bringing up an orchestrator: whoever asks again gets the one that there is.</summary>
public sealed class OrchestratorCrashTests
{
    private const string Orchestrator = $"{CrashedProject.Id}-orchestrator";

    [Theory]
    [InlineData("PlanOrchestrator:before")]
    [InlineData("PlanOrchestrator:after")]
    [InlineData("PlanSpawn:after")]
    [InlineData("ReserveSession:before")]
    [InlineData("ReserveSession:after")]
    [InlineData("CreateWorkspace:before")]
    [InlineData("CreateWorkspace:after")]
    [InlineData("WritePrompts:after")]
    [InlineData("StartRuntime:before")]
    [InlineData("StartRuntime:after")]
    [InlineData("DeliverPrompt:before")]
    [InlineData("DeliverPrompt:after")]
    [InlineData("ActivateSession:before")]
    [InlineData("ActivateSession:after")]
    [InlineData("ReleaseOrchestrator:before")]
    [InlineData("ReleaseOrchestrator:after")]
    public async Task Ensure_sessionServiceKilledAtStep_makesOne(string place)
    {
        await using var project = await CrashedProject.StartAsync($"kill:{place}");

        var session = await project.Athene.Api.EnsuredAsync(CrashedProject.Id, AgentScripts.Listener);

        project.FaultShouldHaveStruck("-killed");
        await ShouldHoldOneAsync(project, session, spawns: 1);
    }

    [Theory]
    [InlineData("PlanOrchestrator:after")]
    [InlineData("ReserveSession:after")]
    [InlineData("StartRuntime:after")]
    [InlineData("ReleaseOrchestrator:before")]
    public async Task Ensure_sidecarKilledAtStep_makesOne(string place)
    {
        await using var project = await CrashedProject.StartAsync($"pause:{place}");

        var ensure = EnsureUntilAnsweredAsync(project);
        await project.KillSidecarAtPauseAsync();

        await ShouldHoldOneAsync(project, await ensure, spawns: 1);
    }

    [Theory]
    [InlineData("BeginKill:after")]
    [InlineData("StopRuntime:after")]
    [InlineData("KeepWork:after")]
    [InlineData("RemoveWorkspace:after")]
    [InlineData("FinishKill:before")]
    [InlineData("FinishKill:after")]
    public async Task Relaunch_sessionServiceKilledWhileTheOldOneEnds_replacesItOnceAndKeepsItsWork(string place)
    {
        await using var project = await CrashedProject.StartAsync($"kill:{place}");
        var first = await project.Athene.Api.EnsuredAsync(CrashedProject.Id, AgentScripts.Listener);
        await Within.TrueAsync(() => project.Athene.Agents.Starts(first.Id) == 1, "the first agent started");
        await File.WriteAllTextAsync(Path.Combine(first.WorkspacePath!, "unsaved.txt"), "precious");

        var second = await RelaunchAsync(project);

        project.FaultShouldHaveStruck("-killed");
        second.CreatedAt.ShouldBeGreaterThan(first.CreatedAt);
        await ShouldHoldOneAsync(project, second, spawns: 2);
        (await project.Athene.Api.EventsAsync(Orchestrator, kind: "session.killed")).ShouldHaveSingleItem();
        var rescue = (await project.Repository.RescueRefsAsync()).ShouldHaveSingleItem();
        (await project.Repository.GitAsync("show", $"{rescue}:unsaved.txt")).ShouldBe("precious");
    }

    // A request that waits while the sidecar dies may be refused; asking again is what a person does, and must be harmless.
    private static Task<SessionDocument> EnsureUntilAnsweredAsync(CrashedProject project) => Within.GetAsync(
        async () =>
        {
            var answer = await project.Athene.Api.EnsureAsync(CrashedProject.Id, AgentScripts.Listener);
            return answer.Status is HttpStatusCode.OK ? answer.As<SessionDocument>() : null;
        },
        "the ensure was answered");

    // The answer dies with the service, the relaunch does not: whoever ensures afterwards gets what it made.
    private static async Task<SessionDocument> RelaunchAsync(CrashedProject project)
    {
        try
        {
            await project.Athene.Api.RelaunchAsync(CrashedProject.Id, AgentScripts.Listener);
        }
        catch (HttpRequestException)
        {
            // As it must be when the fault strikes while the request waits.
        }

        return await project.Athene.Api.EnsuredAsync(CrashedProject.Id, AgentScripts.Listener);
    }

    private static async Task ShouldHoldOneAsync(CrashedProject project, SessionDocument session, int spawns)
    {
        var athene = project.Athene;
        session.Id.ShouldBe(Orchestrator);
        (await athene.Api.ListAsync(CrashedProject.Id, all: true)).ShouldHaveSingleItem().Kind.ShouldBe(SessionKind.Orchestrator);
        (await project.Repository.WorktreesAsync()).ShouldHaveSingleItem().ShouldEndWith(Orchestrator);
        (await project.Repository.BranchesAsync()).ShouldBe(["main", $"orchestrator/{Orchestrator}"], ignoreOrder: true);
        athene.Machine.WorktreeDirectories(CrashedProject.Id).ShouldBe([Orchestrator]);
        athene.Machine.Prompts(CrashedProject.Id).ShouldBe([Orchestrator]);
        (await athene.Machine.TerminalsAsync()).ShouldBe([Orchestrator]);
        await Within.TrueAsync(() => athene.Agents.Lines($"typed-{Orchestrator}").Count == spawns, "each agent was told to begin, once");
        athene.Agents.Starts(Orchestrator).ShouldBe(spawns);
        (await athene.Api.EventsAsync(Orchestrator, kind: "session.spawned")).Count.ShouldBe(spawns);
    }
}
