using System.Globalization;
using Athene.Contracts.Operations;

namespace Athene.Cli.Output;

/// <summary>Shows each step of an operation once when it ends, with how long it took.</summary>
internal sealed class OperationProgress(CommandOutput output, TimeProvider time)
{
    private readonly HashSet<(string, StepState)> shown = [];

    public void Show(OperationDocument operation)
    {
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
            StepState.Succeeded => $"  ✓ {step.Name}  {seconds}s",
            StepState.Undone => $"  ↶ {step.Name} undone",
            StepState.UndoFailed => $"  ✗ {step.Name} could not be undone: {step.Error}",
            _ => $"  ✗ {step.Name}  {step.Error}",
        };
    }
}
