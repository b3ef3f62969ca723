using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows.Grpc;

/// <summary>What workers answer.</summary>
internal static class WorkerCalls
{
    public static Task<CompleteTaskResponse> CompleteActivityAsync(WorkflowEngine engine, ActivityResponse answer, CancellationToken cancellationToken)
    {
        engine.CompleteActivity(answer);
        return Task.FromResult(new CompleteTaskResponse());
    }

    public static Task<CompleteTaskResponse> CompleteTurnAsync(WorkflowEngine engine, WorkflowResponse answer, CancellationToken cancellationToken)
    {
        engine.CompleteTurn(answer);
        return Task.FromResult(new CompleteTaskResponse());
    }
}
