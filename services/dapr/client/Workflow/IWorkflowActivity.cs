namespace Athene.Dapr.Workflow;

/// <summary>An activity as the worker runs it. Derive from <see cref="WorkflowActivity{TInput,TOutput}"/> instead of implementing this.</summary>
public interface IWorkflowActivity
{
    Type InputType { get; }

    Type OutputType { get; }

    Task<object?> RunAsync(WorkflowActivityContext context, object? input);
}
