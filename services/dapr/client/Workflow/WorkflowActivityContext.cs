using Athene.Dapr.Workflow.Abstractions;

namespace Athene.Dapr.Workflow;

/// <summary>Which step of which workflow an activity runs for.</summary>
public abstract class WorkflowActivityContext
{
    /// <summary>The activity's name.</summary>
    public abstract TaskIdentifier Identifier { get; }

    /// <summary>A key of this step, equal when it is delivered again: fit to make its effects idempotent.</summary>
    public abstract string TaskExecutionKey { get; }

    /// <summary>The workflow instance that called the activity.</summary>
    public abstract string InstanceId { get; }
}
