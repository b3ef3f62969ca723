namespace Athene.Dapr.Workflow;

/// <summary>Base class of workflows: code that survives the process it runs in.</summary>
/// <remarks>
/// <para>
/// A workflow is replayed from its history at every turn: the code runs again from the top, and each step that already
/// happened hands back its recorded result. So the code must do the same in every replay:
/// </para>
/// <list type="bullet">
/// <item>Await only tasks that come from the <see cref="WorkflowContext"/>, or <see cref="Task.WhenAll(Task[])"/> and <see cref="Task.WhenAny(Task[])"/> over them; never <c>Task.Run</c>, <c>Task.Delay</c> or I/O. That is what activities are for.</item>
/// <item>Take the time from <see cref="WorkflowContext.CurrentUtcDateTime"/> and new ids from <see cref="WorkflowContext.NewGuid"/>; no clock, no random numbers, no environment, no mutable static state.</item>
/// <item>Cancel with <see cref="CancellationTokenSource.Cancel()"/>, not with <c>CancelAsync</c> or <c>CancelAfter</c>, which leave the workflow's thread. Time out with <see cref="WorkflowContext.CreateTimer(TimeSpan, CancellationToken)"/> or the time-out of a wait.</item>
/// <item>Leave out <c>ConfigureAwait(false)</c> on methods of your own: what follows would leave the workflow's thread.</item>
/// <item>Do not change the order or the names of steps while instances are under way; ask <see cref="WorkflowContext.IsPatched"/> around a change.</item>
/// </list>
/// <para>
/// All code of one turn runs on one thread, one continuation at a time. A step that does not match the history, and an
/// await of a foreign task, fail the instance with a message that names the step.
/// </para>
/// </remarks>
/// <typeparam name="TInput">The input, passed as JSON.</typeparam>
/// <typeparam name="TOutput">The output, stored as JSON.</typeparam>
public abstract class Workflow<TInput, TOutput> : IWorkflow
{
    Type IWorkflow.InputType => typeof(TInput);

    Type IWorkflow.OutputType => typeof(TOutput);

    async Task<object?> IWorkflow.RunAsync(WorkflowContext context, object? input) => await RunAsync(context, (TInput)input!);

    /// <summary>The story of the workflow.</summary>
    public abstract Task<TOutput> RunAsync(WorkflowContext context, TInput input);
}
