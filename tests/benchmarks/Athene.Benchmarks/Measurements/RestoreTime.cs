using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>A whole restore: of a session whose terminal is gone, and of one that was killed, whose worktree must be made again.</summary>
internal static class RestoreTime
{
    private const string Project = "restore";

    private const int Rounds = 15;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation athene)
    {
        await Repository.CreateAsync(athene.Combine("repositories", Project), files: 10);
        await athene.Api.AddProjectAsync(athene.Combine("repositories", Project), Project);
        var session = await athene.Api.SpawnAsync(Project);
        var (lost, killed) = (new Samples(), new Samples());
        for (var round = 0; round < Rounds; round++)
        {
            await athene.LoseTerminalAsync(session);
            await lost.MeasureAsync(() => athene.Api.RestoreAsync(session));
            await athene.Api.KillAsync(session);
            await killed.MeasureAsync(() => athene.Api.RestoreAsync(session));
        }

        return [Result.Of("restore, worktree there", lost), Result.Of("restore, worktree made again", killed)];
    }
}
