using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Athene.Sidecar.Faults.Crash;

public sealed class MessageCrashTests(ITestOutputHelper output)
{
    private const int Kills = 5;
    private const int Publishers = 16;

    private static readonly int Messages = 10_000 * FaultPlan.Scale;

    [Fact]
    public async Task Every_acknowledged_message_is_delivered_when_sidecar_and_app_are_killed()
    {
        var seed = FaultPlan.Seeds[0];
        output.WriteLine($"seed {seed}");
        var dice = new Dice(seed);
        await using var fleet = await Fleet.StartAsync();
        ConcurrentDictionary<string, bool> acknowledged = [];
        var publishing = Parallel.ForAsync(0, Messages, new ParallelOptions { MaxDegreeOfParallelism = Publishers }, async (number, _) =>
        {
            await fleet.InsistAsync(HttpMethod.Post, "/v1.0/publish/pubsub/messages", $"\"m{number}\"");
            acknowledged[$"m{number}"] = true;
        });

        for (var kill = 1; kill <= Kills; kill++)
        {
            var enough = Messages * kill / (Kills + 1) - dice.Below(Messages / 20);
            await Until.IsAsync(() => acknowledged.Count >= enough, () => $"{enough} messages before kill {kill}: {acknowledged.Count}");
            await fleet.KillOneAsync(dice);
        }

        await publishing;
        await Until.IsAsync(() => acknowledged.Keys.Except(fleet.Messages()).FirstOrDefault() is null, () => $"not delivered: {string.Join(' ', acknowledged.Keys.Except(fleet.Messages()).Take(20))}");
        await WhenQueueIsEmptyAsync(fleet);
        var delivered = fleet.Messages();
        output.WriteLine($"{delivered.Count} deliveries of {Messages} messages");
        delivered.Distinct().Order().ShouldBe(acknowledged.Keys.Order());
    }

    /// <summary>What was delivered last may be settled only by the next run.</summary>
    private static Task WhenQueueIsEmptyAsync(Fleet fleet) => Until.IsAsync(async () =>
    {
        var rows = await fleet.StopAndCountRowsAsync();
        await fleet.Sidecar.StartAsync();
        return rows["delivery"] == 0;
    }, () => "the queue to be empty");
}
