using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>Many spawns at once, beside as many by hand at once.</summary>
internal static class ConcurrentSpawns
{
    private const string Project = "many";

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation athene, int count, int rounds)
    {
        var repository = athene.Combine("repositories", Project);
        var bare = athene.Combine("repositories", $"{Project}-bare");
        await Repository.CreateAsync(repository, files: 10);
        await Repository.CreateAsync(bare, files: 10);
        await athene.Api.AddProjectAsync(repository, Project);
        await using var floor = new BareFloor(bare, athene.Combine("bare", Project), athene.Combine($"{Project}.sock"));

        var (byHand, spawned, failures) = (new Samples(), new Samples(), 0);
        for (var round = 0; round < rounds; round++)
        {
            await byHand.MeasureAsync(() => AtOnceAsync(count, floor.SpawnAsync));
            await spawned.MeasureAsync(async () => failures += await AtOnceAsync(count, () => athene.Api.SpawnAsync(Project)));
        }

        return
        [
            Result.Of($"{count} worktrees and terminals by hand, at once", byHand),
            Result.Of($"{count} spawns at once", spawned),
            Result.Ratio($"{count} spawns / by hand, at once", spawned, byHand),
            new Result($"of {rounds * count} such spawns failed", $"{failures}", Aim: "0"),
        ];
    }

    /// <returns>How many failed.</returns>
    private static async Task<int> AtOnceAsync(int count, Func<Task> spawn)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => SucceedsAsync(spawn))));
        return results.Count(succeeded => !succeeded);
    }

    private static async Task<bool> SucceedsAsync(Func<Task> spawn)
    {
        try
        {
            await spawn();
            return true;
        }
        catch (InvalidOperationException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return false;
        }
    }
}
