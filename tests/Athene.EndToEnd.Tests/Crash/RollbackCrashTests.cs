using Athene.Contracts.Operations;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>A spawn that fails, with the session service killed while it is being undone: nothing is left behind.</summary>
public sealed class RollbackCrashTests
{
    private const string Failing = "exit 3";

    [Theory]
    [InlineData("AnnounceRollback:after")]
    [InlineData("DiscardWorkspace:before")]
    [InlineData("DiscardWorkspace:after")]
    [InlineData("AbandonSpawn:before")]
    [InlineData("AbandonSpawn:after")]
    public async Task Rollback_sessionServiceKilledAtStep_leavesNothing(string place)
    {
        await using var project = await CrashedProject.StartAsync($"kill:{place}", Failing);

        var operation = await project.SpawnAsync();

        project.FaultShouldHaveStruck("-killed");
        operation.State.ShouldBe(OperationState.Failed);
        operation.Error!.Title.ShouldContain("exit 3");
        await project.ShouldHoldNothingAsync();
    }

    [Fact]
    public async Task Rollback_sidecarKilledWhileTheWorktreeGoes_leavesNothing()
    {
        await using var project = await CrashedProject.StartAsync("pause:DiscardWorkspace:after", Failing);

        var operationId = await project.BeginSpawnAsync();
        await project.KillSidecarAtPauseAsync();

        (await project.Athene.Api.EndOfAsync(operationId)).State.ShouldBe(OperationState.Failed);
        await project.ShouldHoldNothingAsync();
    }
}
