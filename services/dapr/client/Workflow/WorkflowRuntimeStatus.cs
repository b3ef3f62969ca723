namespace Athene.Dapr.Workflow;

/// <summary>Where a workflow instance stands.</summary>
public enum WorkflowRuntimeStatus
{
    Unknown = -1,
    Running,
    Completed,
    ContinuedAsNew,
    Failed,
    Canceled,
    Terminated,
    Pending,
    Suspended,
    Stalled,
}
