using Athene.Dapr.Protocol;
using Athene.Dapr.Workflow.Abstractions;

namespace Athene.Dapr.Workflow.Worker;

internal sealed class ActivityContext(ActivityRequest request) : WorkflowActivityContext
{
    public override TaskIdentifier Identifier => request.Name;

    public override string TaskExecutionKey => request.TaskExecutionId;

    public override string InstanceId => request.WorkflowInstance.InstanceId;
}
