using System.Diagnostics;
using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>Lists of ever more sessions; all of them are really spawned.</summary>
internal sealed class ListTime(Installation athene)
{
    private const string Project = "list";

    private const int Rounds = 21;

    private const int CommandRounds = 7;

    private const int SpawnsAtOnce = 3;

    private static readonly int[] Sizes = [1, 10, 100, 1_000];

    /// <summary>So much time may pass for spawning; what there is then is what is listed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public async IAsyncEnumerable<Result> MeasureAsync(int most)
    {
        await Repository.CreateAsync(athene.Combine("repositories", Project), files: 10);
        await athene.Api.AddProjectAsync(athene.Combine("repositories", Project), Project);
        var start = Stopwatch.GetTimestamp();
        foreach (var size in Sizes.Where(size => size <= most))
        {
            var sessions = await SpawnUpToAsync(size, start);
            yield return await TimeAsync(sessions);
            yield return await CountAsync(sessions);
            if (sessions == 10)
            {
                yield return await TimeCommandAsync();
                foreach (var result in MemorySize.Measure(athene, sessions)) yield return result;
            }
        }
    }

    private async Task<int> SpawnUpToAsync(int size, long start)
    {
        var missing = size - await athene.Api.ListAsync();
        await Parallel.ForAsync(0, missing, new ParallelOptions { MaxDegreeOfParallelism = SpawnsAtOnce }, async (_, _) =>
        {
            if (Stopwatch.GetElapsedTime(start) < Patience) await athene.Api.SpawnAsync(Project);
        });
        return await athene.Api.ListAsync();
    }

    private async Task<Result> TimeAsync(int sessions)
    {
        var samples = new Samples();
        await athene.Api.ListAsync();
        for (var round = 0; round < Rounds; round++) await samples.MeasureAsync(athene.Api.ListAsync);
        return Result.Of($"list of {sessions:N0} (GET /v1/sessions)", samples, AimOf(sessions));
    }

    private static string AimOf(int sessions) => sessions switch
    {
        100 => "≤ 10 ms",
        1_000 => "≤ 60 ms",
        _ => "",
    };

    // The service looks at the machine on its own every few seconds as well: a count that is higher for that is not the usual one.
    private async Task<Result> CountAsync(int sessions)
    {
        var counts = new List<int>();
        for (var round = 0; round < CommandRounds; round++) counts.Add(await athene.Calls.CountAsync(athene.Api.ListAsync));
        return new Result($"processes started by a list of {sessions:N0}", $"{counts.Order().ElementAt(counts.Count / 2)}", $"{counts.Min()}", "no more with more sessions");
    }

    private async Task<Result> TimeCommandAsync()
    {
        var samples = new Samples();
        for (var round = 0; round < CommandRounds; round++) await samples.MeasureAsync(() => athene.AtheneAsync("ls"));
        return Result.Of("athene ls, 10 sessions", samples, "≤ 250 ms");
    }
}
