using Xunit.Abstractions;

namespace Athene.Sidecar.Faults.Crash;

public sealed class WorkflowCrashTests(ITestOutputHelper output)
{
    private const int Steps = 100;
    private const int Kills = 5;

    private static readonly int Workflows = 12 * FaultPlan.Scale;

    [Fact]
    public async Task Workflows_that_fan_out_complete_once_when_sidecar_and_app_are_killed()
    {
        var seed = FaultPlan.Seeds[0];
        output.WriteLine($"seed {seed}");
        var dice = new Dice(seed);
        await using var fleet = await Fleet.StartAsync();
        var ids = Enumerable.Range(0, Workflows).Select(number => $"fan-{number}").ToList();
        var starting = Task.WhenAll(ids.Select(id => fleet.StartOnceAsync(id, Steps)));

        for (var kill = 1; kill <= Kills; kill++)
        {
            var enough = Workflows * Steps * kill / (Kills + 1) - dice.Below(Steps / 2);
            await Until.IsAsync(() => fleet.Squares().Count >= enough, () => $"{enough} steps before kill {kill}: {fleet.Squares().Count}");
            await fleet.KillOneAsync(dice);
        }

        await starting;
        var expected = FleetWorkflows.SumOf(Steps);
        foreach (var id in ids)
            await Until.IsAsync(async () => await fleet.OutputAsync(id) == expected, () => $"{id} to complete with {expected}");

        var squares = fleet.Squares();
        output.WriteLine($"{squares.Count} steps were begun for {Workflows * Steps}");
        squares.Distinct().Order().ShouldBe(ids.SelectMany(id => Enumerable.Range(1, Steps).Select(step => $"{id} {step}")).Order());
        var rows = await fleet.StopAndCountRowsAsync();
        rows["workflow"].ShouldBe(Workflows);
        rows["workflow_inbox"].ShouldBe(0);
        rows["workflow_task"].ShouldBe(0);
    }
}
