namespace Athene.Dapr.Benchmarks.Load;

/// <summary>How much was done in a second, and how long one took.</summary>
internal sealed record Throughput(double PerSecond, TimeSpan Median, TimeSpan Percentile99)
{
    public static Throughput Of(IReadOnlyCollection<TimeSpan> latencies, TimeSpan elapsed)
    {
        var ordered = latencies.Order().ToList();
        return new Throughput(ordered.Count / elapsed.TotalSeconds, ordered[ordered.Count / 2], ordered[ordered.Count * 99 / 100]);
    }

    /// <summary>The run with the median rate.</summary>
    public static Throughput MiddleOf(IReadOnlyCollection<Throughput> runs) => runs.OrderBy(run => run.PerSecond).ElementAt(runs.Count / 2);
}
