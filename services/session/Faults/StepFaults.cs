using Athene.Configuration;

namespace Athene.Session.Faults;

/// <summary>
/// Lets a crash test stop this process, or a step, at an exact place. Set <c>ATHENE_FAULT</c> to <c>kill:CreateWorkspace:after</c> (the process kills
/// itself there, once in a home) or <c>pause:CreateWorkspace:before</c> (the step waits there while <c>run/fault-paused</c> exists).
/// With <c>ATHENE_FAULT=ordered</c> such an order is looked for in <c>run/fault-order</c> at each step and taken away when it strikes, so that one
/// home can be struck again and again. Without the variable it does nothing.
/// </summary>
public sealed partial class StepFaults
{
    public const string Variable = "ATHENE_FAULT";

    private const string Ordered = "ordered";

    private readonly string? wanted;
    private readonly string mark;
    private readonly string order;
    private readonly ILogger<StepFaults> logger;

    public StepFaults(IConfiguration configuration, AtheneHome home, ILogger<StepFaults> logger)
    {
        wanted = configuration[Variable];
        mark = Path.Combine(home.RunDirectory, "fault-paused");
        order = Path.Combine(home.RunDirectory, "fault-order");
        this.logger = logger;
    }

    public Task BeforeAsync(string step) => wanted is null ? Task.CompletedTask : StrikeAsync($"{step}:before");

    public Task AfterAsync(string step) => wanted is null ? Task.CompletedTask : StrikeAsync($"{step}:after");

    private async Task StrikeAsync(string place)
    {
        if (Strikes($"kill:{place}", "-killed"))
        {
            LogStrike(logger, place);
            using var self = System.Diagnostics.Process.GetCurrentProcess();
            self.Kill();
            await Task.Delay(Timeout.InfiniteTimeSpan);
        }

        if (Strikes($"pause:{place}", ""))
        {
            LogStrike(logger, place);
            while (File.Exists(mark)) await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    private bool Strikes(string fault, string suffix) => wanted == Ordered ? TakeOrder(fault, suffix) : wanted == fault && TryClaim(mark + suffix);

    private bool TakeOrder(string fault, string suffix)
    {
        try
        {
            if (!File.Exists(order) || File.ReadAllText(order) != fault) return false;
            File.WriteAllText(mark + suffix, "");
            File.Move(order, order + "-struck");
            return true;
        }
        catch (IOException)
        {
            // Another step has just taken it.
            return false;
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
