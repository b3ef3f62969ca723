using System.Diagnostics;

namespace Athene.Benchmarks;

/// <summary>How long the same thing took, several times.</summary>
internal sealed class Samples
{
    private readonly List<TimeSpan> times = [];

    public TimeSpan Median => times.Order().ElementAt(times.Count / 2);

    /// <summary>What so many of a hundred did not take longer than.</summary>
    public TimeSpan Percentile(int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    public TimeSpan Least => times.Min();

    public async Task MeasureAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        Add(Stopwatch.GetElapsedTime(start));
    }

    public void Add(TimeSpan time) => times.Add(time);
}
