using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>A spawn beside the bare floor, turn by turn: what else the machine does meets both.</summary>
internal static class SpawnTime
{
    private const int WarmUps = 3;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation athene, string project, int files, int rounds)
    {
        var repository = athene.Combine("repositories", project);
        var bare = athene.Combine("repositories", $"{project}-bare");
        await Repository.CreateAsync(repository, files);
        await Repository.CreateAsync(bare, files);
        await athene.Api.AddProjectAsync(repository, project);
        await using var floor = new BareFloor(bare, athene.Combine("bare", project), athene.Combine($"{project}.sock"));

        var (byHand, spawned) = (new Samples(), new Samples());
        for (var round = -WarmUps; round < rounds; round++)
        {
            // What the warm-up measures is thrown away.
            if (round == 0) (byHand, spawned) = (new Samples(), new Samples());
            // Whoever comes second may have to wait for what the first left to the disk.
            var byHandFirst = round % 2 == 0;
            if (byHandFirst) await byHand.MeasureAsync(floor.SpawnAsync);
            await spawned.MeasureAsync(() => athene.Api.SpawnAsync(project));
            if (!byHandFirst) await byHand.MeasureAsync(floor.SpawnAsync);
        }

        return
        [
            Result.Of($"worktree and terminal by hand, {files:N0} files", byHand),
            Result.Of($"spawn, {files:N0} files", spawned),
            Result.Ratio($"spawn / by hand, {files:N0} files", spawned, byHand, "≤ 1.15 ×"),
        ];
    }
}
