using Athene.Dapr.Protocol;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>What a turn answers to the sidecar.</summary>
internal static class TurnAnswer
{
    /// <summary>The answer of a turn that ran; <paramref name="run"/> is the workflow's own task.</summary>
    public static WorkflowResponse Of(WorkflowRequest request, TurnContext context, Task<object?>? run)
    {
        var answer = new WorkflowResponse { InstanceId = request.InstanceId, CustomStatus = context.CustomStatus };
        if (context.Patches.Applied.Count > 0)
            answer.Version = new WorkflowVersion { Name = context.Name, Patches = { context.Patches.Applied } };

        // Dapr's own SDK answers so too: what the workflow asks for is asked again when it is resumed.
        if (request.NewEvents.LastOrDefault()?.ExecutionSuspended is not null) return answer;

        answer.Actions.AddRange(context.Unrecorded.Values.Select(step => step.Action));
        if (run is { IsCompleted: true }) answer.Actions.Add(End(context, run));
        return answer;
    }

    public static WorkflowResponse Failed(WorkflowRequest request, Exception exception) =>
        Ended(request, OrchestrationStatus.Failed, Failures.OfWorkflow(exception));

    public static WorkflowResponse Ended(WorkflowRequest request, OrchestrationStatus status, TaskFailureDetails? failure = null) => new()
    {
        InstanceId = request.InstanceId,
        Actions =
        {
            new WorkflowAction { CompleteWorkflow = new CompleteWorkflowAction { WorkflowStatus = status, FailureDetails = failure } },
        },
    };

    private static WorkflowAction End(TurnContext context, Task<object?> run)
    {
        if (run.Exception?.InnerException is { } exception) return Complete(OrchestrationStatus.Failed, failure: exception);
        if (run.IsCanceled) return Complete(OrchestrationStatus.Failed, failure: new TaskCanceledException(run));
        if (context.Continuation is { } continuation) return Continue(context, continuation);
        return Complete(OrchestrationStatus.Completed, WorkflowJson.Serialize(run.Result));
    }

    private static WorkflowAction Continue(TurnContext context, ContinuedAsNew continuation) => new()
    {
        Id = continuation.ActionId,
        CompleteWorkflow = new CompleteWorkflowAction
        {
            WorkflowStatus = OrchestrationStatus.ContinuedAsNew,
            Result = continuation.Input,
            CarryoverEvents = { continuation.KeepsEvents ? context.Events.Untaken : [] },
        },
    };

    private static WorkflowAction Complete(OrchestrationStatus status, string? result = null, Exception? failure = null) => new()
    {
        CompleteWorkflow = new CompleteWorkflowAction
        {
            WorkflowStatus = status,
            Result = result,
            FailureDetails = failure is null ? null : Failures.OfWorkflow(failure),
        },
    };
}
