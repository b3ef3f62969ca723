using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>An activity that has been asked for and not been answered yet.</summary>
internal sealed class PendingActivity(string executionId, ActivityRequest request) : Work(request.WorkflowInstance.InstanceId)
{
    private readonly WorkItem item = new() { ActivityRequest = request };

    /// <summary>The execution that asked; a later one of the same instance does not take the answer.</summary>
    public string ExecutionId => executionId;

    public ActivityRequest Request => request;

    public ActivityKey Key => new(InstanceId, request.TaskId);

    public override WorkItem Prepare() => item;
}
