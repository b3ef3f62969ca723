using System.Globalization;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Supervision.Chaos;

/// <summary><c>kill -9</c> of every process of an installation, once each, at moments drawn by chance.</summary>
internal sealed class Killings(Installation athene, IReadOnlyList<(string Victim, TimeSpan At)> plan)
{
    private const string Sidecar = "sidecar";

    private static readonly string[] Victims = ["session", "lifecycle", "tracker-bridge", "notifier", Sidecar];

    /// <param name="span">How long all of it lasts.</param>
    public static Killings Draw(Installation athene, Random dice, TimeSpan span) =>
        new(athene, [.. Victims.Select(victim => (Victim: victim, At: span * dice.NextDouble())).OrderBy(killing => killing.At)]);

    /// <summary>Kills each at its moment.</summary>
    public async Task CarryOutAsync()
    {
        var passed = TimeSpan.Zero;
        foreach (var (victim, at) in plan)
        {
            await Task.Delay(at - passed);
            passed = at;
            await KillAsync(victim);
        }
    }

    /// <summary>Waits until everything runs again.</summary>
    public static Task RecoveredAsync(Installation athene) => Within.TrueAsync(
        () => athene.Running() is { Sidecar.Healthy: true } running && running.Services.All(service => service.Healthy), "every service was healthy again");

    public override string ToString() =>
        string.Join(", ", plan.Select(killing => string.Create(CultureInfo.InvariantCulture, $"{killing.Victim} at {killing.At.TotalSeconds:0.000} s")));

    private async Task KillAsync(string victim)
    {
        var process = await Within.GetAsync(() => Task.FromResult(Find(victim) is { Pid: > 0 } found ? found : null), $"{victim} ran");
        (await Shell.RunAsync("kill", ["-KILL", $"{process.Pid}"])).ExitCode.ShouldBe(0, $"{victim} was not there to be killed");
        await Within.TrueAsync(() => Find(victim) is { } now && now.Pid != process.Pid, $"it was noticed that {victim} is dead");
    }

    private RunningApp? Find(string victim) => victim == Sidecar ? athene.Running()?.Sidecar : athene.Running()?.App(victim);
}
