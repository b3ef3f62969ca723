using Athene.Dapr.Benchmarks.Parts;

namespace Athene.Dapr.Benchmarks.Measurements;

/// <summary>From the start of the process to <c>/v1.0/healthz/outbound</c>, without an app, and the memory it then has.</summary>
internal static class StartTime
{
    private const int Rounds = 5;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        List<TimeSpan> times = [];
        List<long> sizes = [];
        while (times.Count < Rounds)
        {
            var (sidecar, took) = await BenchmarkedSidecar.StartAsync(appPort: 0);
            await using (sidecar)
            {
                times.Add(took);
                await Task.Delay(TimeSpan.FromSeconds(1));
                sizes.Add(sidecar.Resident);
            }
        }

        return
        [
            Row.Time("start to healthy", times.Order().ElementAt(Rounds / 2), 473, "≤ 700 ms"),
            Row.Memory("resident memory, idle", sizes.Order().ElementAt(Rounds / 2), 186, "≤ 80 MiB"),
        ];
    }
}
