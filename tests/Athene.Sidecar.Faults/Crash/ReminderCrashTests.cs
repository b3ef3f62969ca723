using System.Text.Json;
using Xunit.Abstractions;

namespace Athene.Sidecar.Faults.Crash;

public sealed class ReminderCrashTests(ITestOutputHelper output)
{
    private const int Kills = 4;
    private const int Planners = 8;

    private static readonly int Actors = 1_000 * FaultPlan.Scale;

    [Fact]
    public async Task Every_reminder_fires_and_no_actor_has_two_turns_at_once_when_sidecar_and_app_are_killed()
    {
        var seed = FaultPlan.Seeds[0];
        output.WriteLine($"seed {seed}");
        var dice = new Dice(seed);
        await using var fleet = await Fleet.StartAsync();
        var ids = Enumerable.Range(0, Actors).Select(number => $"c{number}").ToList();
        var planning = Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = Planners }, async (id, _) =>
            await fleet.InsistAsync(HttpMethod.Put, $"/v1.0/actors/Chore/{id}/method/PlanAsync"));

        for (var kill = 1; kill <= Kills; kill++)
        {
            var enough = Actors * kill / (Kills + 1) - dice.Below(Actors / 20);
            await Until.IsAsync(() => Reminded(fleet).Count >= enough, () => $"{enough} actors to be reminded before kill {kill}: {Reminded(fleet).Count}");
            await fleet.KillOneAsync(dice);
        }

        await planning;
        await Until.IsAsync(() => Reminded(fleet).Count == Actors, () => $"not reminded: {string.Join(' ', ids.Except(Reminded(fleet)).Take(20))}");
        await Until.IsAsync(async () => (await UnfinishedAsync(fleet, ids)).Count == 0, () => "what the reminders did to be stored");
        Overlaps(fleet).ShouldBeEmpty();
        output.WriteLine($"{fleet.App.Effects().Count(effect => effect[0] == "enter")} reminders for {Actors} actors");
    }

    private static HashSet<string> Reminded(Fleet fleet) => [.. fleet.Worked()];

    /// <summary>Actors whose work is not stored. Half of it must never be.</summary>
    private static async Task<List<string>> UnfinishedAsync(Fleet fleet, IEnumerable<string> ids)
    {
        List<string> unfinished = [];
        foreach (var id in ids)
        {
            if (await fleet.TryAsync(HttpMethod.Put, $"/v1.0/actors/Chore/{id}/method/GetAsync") is not { Status: System.Net.HttpStatusCode.OK } answer) unfinished.Add(id);
            else
            {
                using var state = JsonDocument.Parse(answer.Body);
                var done = state.RootElement.GetProperty("done").GetInt32();
                state.RootElement.GetProperty("alsoDone").GetInt32().ShouldBe(done, id);
                if (done == 0) unfinished.Add(id);
            }
        }

        return unfinished;
    }

    /// <summary>Actors that began a turn while another one was under way. A turn that the app's own death cut off is over.</summary>
    private static List<string> Overlaps(Fleet fleet)
    {
        HashSet<string> inTurn = [];
        List<string> overlaps = [];
        foreach (var effect in fleet.App.Effects())
        {
            if (effect[0] == "start") inTurn.Clear();
            else if (effect[0] == "leave") inTurn.Remove(effect[1]);
            else if (effect[0] == "enter" && !inTurn.Add(effect[1])) overlaps.Add(effect[1]);
        }

        return overlaps;
    }
}
