using Athene.Dapr.Benchmarks.Load;

namespace Athene.Dapr.Benchmarks.Measurements;

/// <summary>Each load runs three times; the run in the middle counts.</summary>
internal static class Runs
{
    private const int Count = 3;

    public static async Task<Throughput> MiddleAsync(Func<Task<Throughput>> run)
    {
        List<Throughput> runs = [];
        while (runs.Count < Count) runs.Add(await run());
        return Throughput.MiddleOf(runs);
    }
}
