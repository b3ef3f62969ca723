using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>What it costs to look at many sessions when nobody asks: those that are idle, and those that write all the time.</summary>
internal sealed class ObservationCost(Installation athene)
{
    private const string Project = "watched";

    private const int Sessions = 100;

    private const int SpawnsAtOnce = 3;

    /// <summary>After it agents count as silent, and what a spawn leaves behind has settled.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(20);

    public async IAsyncEnumerable<Result> MeasureAsync()
    {
        await Repository.CreateAsync(athene.Combine("repositories", Project), files: 10);
        await athene.Api.AddProjectAsync(athene.Combine("repositories", Project), Project);
        var service = athene.ProcessOf("session");
        var before = ProcessMemory.Of(service).Proportional;
        await SpawnAsync(Installation.Agent);
        await Task.Delay(Settling);
        yield return await MeasureAsync($"observing {Sessions} idle sessions: session service", service, "≤ 1 % of a core");
        yield return await MeasureAsync($"observing {Sessions} idle sessions: sidecar", athene.SidecarProcess);
        yield return new Result($"memory of the session service for each of {Sessions} sessions", $"{(ProcessMemory.Of(service).Proportional - before) / Sessions} KiB");

        await SpawnAsync(Installation.BusyAgent);
        await Task.Delay(Settling);
        yield return await MeasureAsync($"observing {Sessions} idle and {Sessions} busy sessions: session service", service);
    }

    private static async Task<Result> MeasureAsync(string what, int pid, string aim = "") =>
        new(what, $"{await ProcessTime.ShareAsync(pid, Span):0.0 %} of a core", Aim: aim);

    private static ParallelOptions FewAtOnce => new() { MaxDegreeOfParallelism = SpawnsAtOnce };

    private Task SpawnAsync(string agent) =>
        Parallel.ForAsync(0, Sessions, FewAtOnce, async (_, _) => await athene.Api.SpawnAsync(Project, agent));
}
