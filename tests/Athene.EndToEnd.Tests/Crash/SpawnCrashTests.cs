using Athene.Contracts.Operations;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary><c>kill -9</c> of the session service at each step of a spawn: it goes on where it was, and nothing is there twice.</summary>
public sealed class SpawnCrashTests
{
    [Theory]
    [InlineData("PlanSpawn:before")]
    [InlineData("PlanSpawn:after")]
    [InlineData("ReserveSession:before")]
    [InlineData("ReserveSession:after")]
    [InlineData("CreateWorkspace:before")]
    [InlineData("CreateWorkspace:after")]
    [InlineData("RunPostCreate:before")]
    [InlineData("RunPostCreate:after")]
    [InlineData("WritePrompts:before")]
    [InlineData("WritePrompts:after")]
    [InlineData("StartRuntime:before")]
    [InlineData("StartRuntime:after")]
    [InlineData("DeliverPrompt:before")]
    [InlineData("DeliverPrompt:after")]
    [InlineData("ActivateSession:before")]
    [InlineData("ActivateSession:after")]
    public async Task Spawn_sessionServiceKilledAtStep_completesOnce(string place)
    {
        await using var project = await CrashedProject.StartAsync($"kill:{place}");

        var operation = await project.SpawnAsync();

        project.FaultShouldHaveStruck("-killed");
        operation.State.ShouldBe(OperationState.Succeeded, operation.ToString());
        await project.ShouldHoldOneSessionAsync();
    }
}
