using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>From <c>athene up</c> to all services healthy, the launcher included. It runs afterwards.</summary>
internal static class StartTime
{
    private const int Rounds = 3;

    public static async Task<Result> MeasureAsync(Installation athene)
    {
        var samples = new Samples();
        for (var round = 1; round <= Rounds; round++)
        {
            await samples.MeasureAsync(athene.UpAsync);
            if (round < Rounds) await athene.DownAsync();
        }

        return Result.Of("up until healthy", samples, "≤ 5 s");
    }
}
