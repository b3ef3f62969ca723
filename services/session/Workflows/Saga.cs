using Athene.Contracts.Errors;
using Athene.Contracts.Operations;

namespace Athene.Session.Workflows;

/// <summary>
/// Runs the steps of an operation one by one, shows how far it is as the workflow's custom status, and undoes what was done, last in first out.
/// Deterministic: it may be used in workflow code.
/// </summary>
internal sealed class Saga(WorkflowContext context)
{
    private readonly List<StepDocument> steps = [];
    private readonly Stack<(string Name, object Input)> compensations = new();

    /// <summary>Runs an activity as the next step.</summary>
    public async Task<T> StepAsync<T>(string name, object input)
    {
        Begin(name);
        try
        {
            var result = await context.CallActivityAsync<T>(name, input);
            End(StepState.Succeeded);
            return result;
        }
        catch (WorkflowTaskFailedException failure)
        {
            End(StepState.Failed, ProblemOf(failure).Title);
            throw;
        }
    }

    /// <summary>Runs another workflow as the next step.</summary>
    /// <param name="problemOf">What went wrong, in the words of the workflow's output; null when all is well.</param>
    public async Task<T> ChildAsync<T>(string name, object input, ChildWorkflowTaskOptions options, Func<T, ProblemDocument?> problemOf)
    {
        Begin(name);
        try
        {
            var result = await context.CallChildWorkflowAsync<T>(name, input, options);
            if (problemOf(result) is { } problem) End(StepState.Failed, problem.Title);
            else End(StepState.Succeeded);
            return result;
        }
        catch (WorkflowTaskFailedException failure)
        {
            End(StepState.Failed, ProblemOf(failure).Title);
            throw;
        }
    }

    /// <summary>The step that failed first; null while none has.</summary>
    public string? FailedStep => steps.Find(step => step.State is StepState.Failed)?.Name;

    /// <summary>From now on, a failure of the operation runs this activity. Register it before the step that it undoes: a step may fail half-way.</summary>
    public void Compensate(string name, object input) => compensations.Push((name, input));

    /// <summary>Runs all compensations. One that fails does not stop the others; the failures are returned.</summary>
    public async Task<IReadOnlyList<FailedUndo>> UndoAsync()
    {
        var failures = new List<FailedUndo>();
        while (compensations.TryPop(out var compensation))
        {
            Begin(compensation.Name);
            try
            {
                await context.CallActivityAsync<object?>(compensation.Name, compensation.Input);
                End(StepState.Undone);
            }
            catch (WorkflowTaskFailedException failure)
            {
                var problem = ProblemOf(failure);
                failures.Add(new FailedUndo(compensation.Name, problem.Title));
                End(StepState.UndoFailed, problem.Title);
            }
        }

        return failures;
    }

    /// <summary>The problem that a failed step threw (see <see cref="StepFailedException"/>).</summary>
    public static ProblemDocument ProblemOf(WorkflowTaskFailedException failure) =>
        StepFailedException.Parse(failure.FailureDetails.ErrorMessage);

    private void Begin(string name)
    {
        steps.Add(new StepDocument(name, StepState.Running, Now));
        Show();
    }

    private void End(StepState state, string? error = null)
    {
        steps[^1] = steps[^1] with { State = state, EndedAt = Now, Error = error };
        Show();
    }

    private DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    private void Show() => context.SetCustomStatus(new SagaStatus([.. steps]));
}
