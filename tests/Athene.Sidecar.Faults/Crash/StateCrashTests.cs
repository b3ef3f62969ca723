using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Xunit.Abstractions;

namespace Athene.Sidecar.Faults.Crash;

public sealed class StateCrashTests(ITestOutputHelper output)
{
    private const int Kills = 5;
    private const int Writers = 8;
    private const int Racers = 4;

    private static readonly int Races = 150 * FaultPlan.Scale;
    private static readonly int Saves = 300 * FaultPlan.Scale;

    [Fact]
    public async Task Every_acknowledged_save_is_there_when_the_sidecar_is_killed()
    {
        await using var sidecar = await KilledFleet.StartAsync();
        ConcurrentDictionary<int, (int Acknowledged, int Tried)> written = [];
        var writing = Parallel.ForAsync(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (writer, _) =>
        {
            for (var number = 1; number <= Saves; number++)
            {
                var last = written.GetValueOrDefault(writer).Acknowledged;
                var answer = await sidecar.Fleet.TryAsync(HttpMethod.Post, "/v1.0/state/statestore", Save($"writer-{writer}", number));
                written[writer] = (answer?.Status == HttpStatusCode.NoContent ? number : last, number);
                sidecar.Advance();
            }
        });

        await sidecar.KillWhileAsync(writing, Writers * Saves, Kills);
        foreach (var (writer, (acknowledged, tried)) in written)
        {
            var found = int.Parse((await ReadAsync(sidecar.Fleet, $"writer-{writer}"))!.Value.Body, CultureInfo.InvariantCulture);
            found.ShouldBeInRange(acknowledged, tried, $"writer {writer}");
        }
    }

    [Fact]
    public async Task Race_for_an_etag_has_one_winner_when_the_sidecar_is_killed()
    {
        await using var sidecar = await KilledFleet.StartAsync();
        var unknown = 0;
        var racing = Task.Run(async () =>
        {
            for (var race = 0; race < Races; race++)
            {
                await sidecar.Fleet.InsistAsync(HttpMethod.Post, "/v1.0/state/statestore", Save($"race-{race}", -1));
                var etag = (await ReadAsync(sidecar.Fleet, $"race-{race}"))!.Value.ETag!;
                var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(racer => sidecar.Fleet.TryAsync(HttpMethod.Post, "/v1.0/state/statestore", Save($"race-{race}", racer, etag))));
                var winners = Enumerable.Range(0, Racers).Where(racer => answers[racer]?.Status == HttpStatusCode.NoContent).ToList();
                var unanswered = Enumerable.Range(0, Racers).Where(racer => answers[racer] is null).ToList();
                var found = int.Parse((await ReadAsync(sidecar.Fleet, $"race-{race}"))!.Value.Body, CultureInfo.InvariantCulture);
                unknown += unanswered.Count;
                winners.Count.ShouldBeLessThanOrEqualTo(1, $"race {race}");
                if (winners.Count == 1) found.ShouldBe(winners[0], $"race {race}");
                else unanswered.Append(unanswered.Count == Racers ? -1 : unanswered[0]).ShouldContain(found, $"race {race}");
                sidecar.Advance();
            }
        });

        await sidecar.KillWhileAsync(racing, Races, Kills);
        output.WriteLine($"{unknown} of {Races * Racers} racers were not answered");
    }

    private static string Save(string key, int value, string? etag = null) =>
        string.Create(CultureInfo.InvariantCulture, $$"""[{"key":"{{key}}","value":{{value}}{{(etag is null ? "" : $",\"etag\":\"{etag}\"")}}}]""");

    private static async Task<(HttpStatusCode Status, string Body, string? ETag)?> ReadAsync(Fleet fleet, string key)
    {
        while (true)
            if (await fleet.TryAsync(HttpMethod.Get, $"/v1.0/state/statestore/{key}") is { Status: HttpStatusCode.OK } found) return found;
    }
}
