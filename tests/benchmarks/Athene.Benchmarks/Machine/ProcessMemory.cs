using System.Globalization;

namespace Athene.Benchmarks.Machine;

/// <summary>The memory that a process has, in KiB.</summary>
/// <param name="Resident">Every page that it uses, those shared with others counted for each of them.</param>
/// <param name="Proportional">The same, but a page that several use is divided among them.</param>
internal sealed record ProcessMemory(long Resident, long Proportional)
{
    public static ProcessMemory Of(int pid)
    {
        var lines = File.ReadAllLines($"/proc/{pid}/smaps_rollup");
        return new ProcessMemory(Read(lines, "Rss:"), Read(lines, "Pss:"));
    }

    private static long Read(string[] lines, string name) => long.Parse(
        lines.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
