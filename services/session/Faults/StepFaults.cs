using Athene.Configuration;

namespace Athene.Session.Faults;

/// <summary>
/// Lets a crash test stop this process, or a step, at an exact place. Set <c>ATHENE_FAULT</c> to <c>kill:CreateWorkspace:after</c> (the process kills
/// itself there, once in a home) or <c>pause:CreateWorkspace:before</c> (the step waits there while <c>run/fault-paused</c> exists).
/// Without the variable it does nothing.
/// </summary>
public sealed partial class StepFaults
{
    public const string Variable = "ATHENE_FAULT";

    private readonly string? wanted;
    private readonly string mark;
    private readonly ILogger<StepFaults> logger;

    public StepFaults(IConfiguration configuration, AtheneHome home, ILogger<StepFaults> logger)
    {
        wanted = configuration[Variable];
        mark = Path.Combine(home.RunDirectory, "fault-paused");
        this.logger = logger;
    }

    public Task BeforeAsync(string step) => wanted is null ? Task.CompletedTask : StrikeAsync($"{step}:before");

    public Task AfterAsync(string step) => wanted is null ? Task.CompletedTask : StrikeAsync($"{step}:after");

    private async Task StrikeAsync(string place)
    {
        if (wanted == $"kill:{place}" && TryClaim(mark + "-killed"))
        {
            LogStrike(logger, place);
            using var self = System.Diagnostics.Process.GetCurrentProcess();
            self.Kill();
            await Task.Delay(Timeout.InfiniteTimeSpan);
        }

        if (wanted == $"pause:{place}" && TryClaim(mark))
        {
            LogStrike(logger, place);
            while (File.Exists(mark)) await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private static bool TryClaim(string path)
    {
        if (File.Exists(path + "-done")) return false;
        File.WriteAllText(path + "-done", "");
        File.WriteAllText(path, "");
        return true;
    }
}
