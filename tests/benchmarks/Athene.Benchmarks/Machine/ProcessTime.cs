using System.Diagnostics;
using System.Globalization;

namespace Athene.Benchmarks.Machine;

/// <summary>The processor time that a process and those of its children that have ended have used.</summary>
internal static class ProcessTime
{
    // What Linux calls USER_HZ; the same on every common machine.
    private const double TicksASecond = 100;

    private const int FieldsUntilState = 3;

    public static TimeSpan Of(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        // The name of the program may hold spaces and brackets, so fields count from its end.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Enumerable.Range(14 - FieldsUntilState, 4).Sum(field => long.Parse(fields[field], CultureInfo.InvariantCulture));
        return TimeSpan.FromSeconds(ticks / TicksASecond);
    }

    /// <summary>How much of one core it uses over a span from now on.</summary>
    public static async Task<double> ShareAsync(int pid, TimeSpan span)
    {
        var start = Stopwatch.GetTimestamp();
        var before = Of(pid);
        await Task.Delay(span);
        return (Of(pid) - before) / Stopwatch.GetElapsedTime(start);
    }
}
