using Athene.Contracts.Operations;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>The session service dies while a spawn is undone whose agent already runs: its prompt could not be typed.</summary>
public sealed class RuntimeRollbackCrashTests
{
    [Theory]
    [InlineData("StopRuntime:before")]
    [InlineData("StopRuntime:after")]
    [InlineData("RemovePrompts:before")]
    [InlineData("RemovePrompts:after")]
    public async Task Rollback_sessionServiceKilledAtStep_leavesNoAgent(string place)
    {
        await using var athene = Installation.Prepare(new InstallationOptions { Fault = $"kill:{place}", Shims = ["tmux"] });
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        var project = new TestProject(athene, "app", await athene.AddProjectAsync("app"));
        athene.ShimOf("tmux").Refuse("load-buffer");

        var operation = await athene.Api.BeginSpawnAsync(project.Id, new SpawnRequest(Prompt: "do it", Agent: AgentScripts.Listener));
        var ended = await athene.Api.EndOfAsync(operation.Id);

        ended.State.ShouldBe(OperationState.Failed);
        await Within.TrueAsync(() => athene.Running() is { } run && run.App("session").Restarts == 1, "the service was killed and started again");
        await project.ShouldHoldNothingAsync();
        athene.ShimOf("tmux").Refuse(null);
        (await project.SpawnAsync(prompt: "do it", agent: AgentScripts.Listener)).Id.ShouldBe("app-1");
        athene.Agents.Starts("app-1").ShouldBe(2);
    }
}
