using System.Text.Json;
using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>The memory of Athene's own processes: supervisor, sidecar and the services.</summary>
internal static class MemorySize
{
    public static IReadOnlyList<Result> Measure(Installation athene, int sessions)
    {
        using var run = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(athene.Home, "run", "up.json")));
        int[] pids =
        [
            run.RootElement.GetProperty("supervisor").GetProperty("pid").GetInt32(),
            run.RootElement.GetProperty("sidecar").GetProperty("pid").GetInt32(),
            .. run.RootElement.GetProperty("services").EnumerateArray().Select(service => service.GetProperty("pid").GetInt32()),
        ];
        var processes = pids.Select(ProcessMemory.Of).ToList();
        return
        [
            new Result($"memory of {pids.Length} processes, {sessions:N0} sessions: resident (RSS)", Show(processes.Sum(process => process.Resident)), Aim: "≤ 500 MiB"),
            new Result($"memory of {pids.Length} processes, {sessions:N0} sessions: shared pages once (PSS)", Show(processes.Sum(process => process.Proportional))),
        ];
    }

    private static string Show(long kibibytes) => $"{kibibytes / 1024} MiB";
}
