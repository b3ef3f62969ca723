namespace Athene.Dapr.Workflow;

/// <summary>
/// Base class of activities: the steps of a workflow that touch the world. An activity runs at least once, so it must
/// bear being run again; its constructor may take services, from a scope of its own.
/// </summary>
public abstract class WorkflowActivity<TInput, TOutput> : IWorkflowActivity
{
    Type IWorkflowActivity.InputType => typeof(TInput);

    Type IWorkflowActivity.OutputType => typeof(TOutput);

    async Task<object?> IWorkflowActivity.RunAsync(WorkflowActivityContext context, object? input) =>
        await RunAsync(context, (TInput)input!);

    /// <summary>Does the step. An exception fails it, and the workflow sees a <see cref="WorkflowTaskFailedException"/>.</summary>
    public abstract Task<TOutput> RunAsync(WorkflowActivityContext context, TInput input);
}
