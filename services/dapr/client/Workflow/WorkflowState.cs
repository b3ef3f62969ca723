using Proto = Athene.Dapr.Protocol;

namespace Athene.Dapr.Workflow;

/// <summary>What a workflow instance looked like at one moment.</summary>
public class WorkflowState
{
    private readonly Proto.WorkflowState? state;

    internal WorkflowState(Proto.WorkflowState? state) => this.state = state;

    /// <summary>Whether there is such an instance.</summary>
    public bool Exists => state is not null;

    public bool IsWorkflowRunning => RuntimeStatus == WorkflowRuntimeStatus.Running;

    /// <summary>Whether the instance has ended, well or not.</summary>
    public bool IsWorkflowCompleted => RuntimeStatus
        is WorkflowRuntimeStatus.Completed or WorkflowRuntimeStatus.Failed or WorkflowRuntimeStatus.Terminated or WorkflowRuntimeStatus.Canceled;

    public DateTimeOffset CreatedAt => state?.CreatedTimestamp?.ToDateTimeOffset() ?? default;

    public DateTimeOffset LastUpdatedAt => state?.LastUpdatedTimestamp?.ToDateTimeOffset() ?? default;

    public WorkflowRuntimeStatus RuntimeStatus => state?.WorkflowStatus switch
    {
        null => WorkflowRuntimeStatus.Unknown,
        Proto.OrchestrationStatus.Running => WorkflowRuntimeStatus.Running,
        Proto.OrchestrationStatus.Completed => WorkflowRuntimeStatus.Completed,
        Proto.OrchestrationStatus.ContinuedAsNew => WorkflowRuntimeStatus.ContinuedAsNew,
        Proto.OrchestrationStatus.Failed => WorkflowRuntimeStatus.Failed,
        Proto.OrchestrationStatus.Canceled => WorkflowRuntimeStatus.Canceled,
        Proto.OrchestrationStatus.Terminated => WorkflowRuntimeStatus.Terminated,
        Proto.OrchestrationStatus.Pending => WorkflowRuntimeStatus.Pending,
        Proto.OrchestrationStatus.Suspended => WorkflowRuntimeStatus.Suspended,
        Proto.OrchestrationStatus.Stalled => WorkflowRuntimeStatus.Stalled,
        _ => WorkflowRuntimeStatus.Unknown,
    };

    /// <summary>Why the instance failed; null if it did not, or if the state was read without inputs and outputs.</summary>
    public WorkflowTaskFailureDetails? FailureDetails => Worker.Failures.ToDetails(state?.FailureDetails);

    /// <summary>The input, or the default value when there is none or it was not read.</summary>
    public T? ReadInputAs<T>() => WorkflowJson.Deserialize<T>(state?.Input);

    /// <summary>The output, or the default value when there is none or it was not read.</summary>
    public T? ReadOutputAs<T>() => WorkflowJson.Deserialize<T>(state?.Output);

    /// <summary>The custom status, or the default value when there is none or it was not read.</summary>
    public T? ReadCustomStatusAs<T>() => WorkflowJson.Deserialize<T>(state?.CustomStatus);
}
