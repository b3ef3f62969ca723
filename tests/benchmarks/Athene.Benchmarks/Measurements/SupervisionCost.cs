using Athene.Benchmarks.Machine;
using Athene.Testing.GitHub;

namespace Athene.Benchmarks.Measurements;

/// <summary>What it costs to supervise many sessions with open pull requests when nothing happens, in all processes together.</summary>
internal static class SupervisionCost
{
    private const int Sessions = 100;

    private const int SpawnsAtOnce = 3;

    private const string Sidecar = "sidecar";

    private static readonly string[] Services = ["session", "lifecycle", "tracker-bridge", "notifier"];

    /// <summary>After it agents count as silent, and what spawns and first readings leave behind has settled.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation athene, GitHubServer github)
    {
        var project = await SupervisedProject.CreateAsync(athene, github);
        await Parallel.ForAsync(0, Sessions, new ParallelOptions { MaxDegreeOfParallelism = SpawnsAtOnce }, async (_, _) =>
        {
            var (session, _) = await project.BeginAsync(Installation.Agent);
            await project.UntilKnownAsync(session);
        });
        await Task.Delay(Settling);
        (string Name, int Process)[] processes = [.. Services.Select(service => (service, athene.ProcessOf(service))), (Sidecar, athene.SidecarProcess)];
        var shares = await Task.WhenAll(processes.Select(async process => (process.Name, Share: await ProcessTime.ShareAsync(process.Process, Span))));
        return
        [
            new Result($"supervising {Sessions} sessions with open pull requests: all processes", $"{shares.Sum(share => share.Share):0.0 %} of a core", Aim: "≤ 2 % of a core"),
            .. shares.Select(share => new Result($"supervising {Sessions} sessions with open pull requests: {share.Name}", $"{share.Share:0.0 %} of a core")),
        ];
    }
}
