using System.Diagnostics;

namespace Athene.Benchmarks;

/// <summary>How long the same thing took, several times.</summary>
internal sealed class Samples
{
    private readonly List<TimeSpan> times = [];

    public TimeSpan Median => times.Order().ElementAt(times.Count / 2);

    public TimeSpan Least => times.Min();

    public async Task MeasureAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        times.Add(Stopwatch.GetElapsedTime(start));
    }
}
