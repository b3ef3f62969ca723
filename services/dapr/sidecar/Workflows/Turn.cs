using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>One turn of a workflow. It is frozen: sent again it is the same, so whichever worker answers, the answer fits.</summary>
/// <param name="lastSeq">The last inbox event that this turn takes.</param>
internal sealed class Turn(WorkflowRequest request, long lastSeq) : Work(new WorkItem { WorkflowRequest = request })
{
    public WorkflowRequest Request => request;

    public long LastSeq => lastSeq;
}
