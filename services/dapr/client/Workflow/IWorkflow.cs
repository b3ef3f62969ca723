namespace Athene.Dapr.Workflow;

/// <summary>A workflow as the worker runs it. Derive from <see cref="Workflow{TInput,TOutput}"/> instead of implementing this.</summary>
public interface IWorkflow
{
    Type InputType { get; }

    Type OutputType { get; }

    Task<object?> RunAsync(WorkflowContext context, object? input);
}
