using Athene.Configuration;

namespace Athene.Cli.Supervision;

/// <summary>Processes of a run whose supervisor was killed: found in what it wrote, told by id and start time, and stopped.</summary>
internal static class Orphans
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>The app ids that were still running.</returns>
    public static async Task<IReadOnlyList<string>> StopAsync(AtheneHome home, TimeProvider time, CancellationToken cancellationToken)
    {
        if (RunFile.Read(home) is not { } run) return [];
        var stopped = new List<string>();
        await StopEachAsync(run.Services);
        if (run.Sidecar is { } sidecar) await StopEachAsync([sidecar]);
        RunFile.Remove(home);
        return stopped;

        async Task StopEachAsync(IReadOnlyList<RunningService> services)
        {
            var results = await Task.WhenAll(services.Select(service => service.Identity?.StopAsync(Patience, time, cancellationToken) ?? Task.FromResult(false)));
            stopped.AddRange(services.Zip(results).Where(pair => pair.Second && pair.First.AppId != Api.AppIds.Sidecar).Select(pair => pair.First.AppId));
        }
    }
}
