using Athene.Contracts.Operations;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary><c>kill -9</c> of the sidecar while a step of a spawn runs: the step is handed out again, and nothing is there twice.</summary>
public sealed class SpawnSidecarCrashTests
{
    [Theory]
    [InlineData("PlanSpawn:after")]
    [InlineData("ReserveSession:before")]
    [InlineData("ReserveSession:after")]
    [InlineData("CreateWorkspace:before")]
    [InlineData("CreateWorkspace:after")]
    [InlineData("RunPostCreate:after")]
    [InlineData("WritePrompts:after")]
    [InlineData("StartRuntime:before")]
    [InlineData("StartRuntime:after")]
    [InlineData("DeliverPrompt:after")]
    [InlineData("ActivateSession:before")]
    [InlineData("ActivateSession:after")]
    public async Task Spawn_sidecarKilledAtStep_completesOnce(string place)
    {
        await using var project = await CrashedProject.StartAsync($"pause:{place}");

        var operationId = await project.BeginSpawnAsync();
        await project.KillSidecarAtPauseAsync();
        var operation = await project.Athene.Api.EndOfAsync(operationId);

        project.FaultShouldHaveStruck();
        operation.State.ShouldBe(OperationState.Succeeded, operation.ToString());
        await project.ShouldHoldOneSessionAsync();
    }
}
