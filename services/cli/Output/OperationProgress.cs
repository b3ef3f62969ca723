using System.Globalization;
using System.Text.RegularExpressions;
using Athene.Contracts.Operations;
using Athene.Contracts.Queue;

namespace Athene.Cli.Output;

/// <summary>Shows each step of an operation once when it ends, with how long it took.</summary>
internal sealed partial class OperationProgress(CommandOutput output, TimeProvider time)
{
    private readonly HashSet<(string, StepState)> shown = [];
    private QueuePlace? lastPlace;

    public void Show(OperationDocument operation)
    {
        if (operation.Queue is { } place && place != lastPlace) output.Progress($"  waiting: {QueueTable.InWords(place)}");
        lastPlace = operation.Queue;
        foreach (var step in operation.Steps.Where(step => step.State is not StepState.Running))
        {
            if (shown.Add((step.Name, step.State))) output.Progress(Line(step));
        }
    }

    private string Line(StepDocument step)
    {
        var seconds = ((step.EndedAt ?? time.GetUtcNow()) - step.StartedAt).TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        return step.State switch
        {
            StepState.Succeeded => $"  ✓ {InWords(step.Name)}  {seconds}s",
            StepState.Undone => $"  ↶ {InWords(step.Name)} undone",
            StepState.UndoFailed => $"  ✗ {InWords(step.Name)} could not be undone: {step.Error}",
            _ => $"  ✗ {InWords(step.Name)}  {step.Error}",
        };
    }

    /// <summary>The name of a step as people say it: <c>CreateWorkspace</c> is "create workspace".</summary>
    private static string InWords(string name) => WordStart().Replace(name, " ").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
