using Athene.Dapr.Protocol;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows;

/// <summary>Makes history events as Dapr writes them: what comes from outside has id -1, what crosses apps has a router.</summary>
internal static class HistoryEvents
{
    public const int External = -1;

    public static HistoryEvent At(DateTimeOffset now, int eventId = External) => new() { EventId = eventId, Timestamp = now.ToTimestamp() };

    public static HistoryEvent Routed(this HistoryEvent item, string appId)
    {
        item.Router = new TaskRouter { SourceAppID = appId };
        return item;
    }

    public static HistoryEvent WorkflowStarted(DateTimeOffset now)
    {
        var item = At(now);
        item.WorkflowStarted = new WorkflowStartedEvent();
        return item;
    }

    public static HistoryEvent ExecutionStarted(string appId, ExecutionStartedEvent started, DateTimeOffset now)
    {
        var item = At(now).Routed(appId);
        item.ExecutionStarted = started;
        return item;
    }

    public static HistoryEvent TimerFired(int timerId, Timestamp fireAt, DateTimeOffset now)
    {
        var item = At(now);
        item.TimerFired = new TimerFiredEvent { FireAt = fireAt, TimerId = timerId };
        return item;
    }

    public static HistoryEvent ActivityAnswered(string appId, ActivityRequest request, ActivityResponse answer, DateTimeOffset now)
    {
        var item = At(now).Routed(appId);
        if (answer.FailureDetails is { } failure)
            item.TaskFailed = new TaskFailedEvent { TaskScheduledId = answer.TaskId, FailureDetails = failure, TaskExecutionId = request.TaskExecutionId };
        else
            item.TaskCompleted = new TaskCompletedEvent { TaskScheduledId = answer.TaskId, Result = answer.Result, TaskExecutionId = request.TaskExecutionId };
        return item;
    }

    /// <summary>Whether an event comes from outside; the others answer a step of one execution.</summary>
    public static bool IsForAnyExecution(this HistoryEvent item) => item.EventTypeCase
        is HistoryEvent.EventTypeOneofCase.EventRaised or HistoryEvent.EventTypeOneofCase.ExecutionTerminated
        or HistoryEvent.EventTypeOneofCase.ExecutionSuspended or HistoryEvent.EventTypeOneofCase.ExecutionResumed;

    /// <summary>What a parent is told about its child's end.</summary>
    public static HistoryEvent ChildEnded(string appId, int taskScheduledId, CompleteWorkflowAction end, DateTimeOffset now)
    {
        if (end.WorkflowStatus != OrchestrationStatus.Completed) return ChildFailed(appId, taskScheduledId, end.FailureDetails ?? Ended(end.WorkflowStatus), now);
        var item = At(now).Routed(appId);
        item.Router.TargetAppID = appId;
        item.ChildWorkflowInstanceCompleted = new ChildWorkflowInstanceCompletedEvent { TaskScheduledId = taskScheduledId, Result = end.Result };
        return item;
    }

    public static HistoryEvent ChildFailed(string appId, int taskScheduledId, TaskFailureDetails failure, DateTimeOffset now)
    {
        var item = At(now).Routed(appId);
        item.Router.TargetAppID = appId;
        item.ChildWorkflowInstanceFailed = new ChildWorkflowInstanceFailedEvent { TaskScheduledId = taskScheduledId, FailureDetails = failure };
        return item;
    }

    public static HistoryEvent Terminated(string? output, bool recurse, DateTimeOffset now)
    {
        var item = At(now);
        item.ExecutionTerminated = new ExecutionTerminatedEvent { Input = output, Recurse = recurse };
        return item;
    }

    /// <summary>The failure of a step that was never begun.</summary>
    public static TaskFailureDetails Refusal(string errorType, string message) => new() { ErrorType = errorType, ErrorMessage = message, StackTrace = "", IsNonRetriable = true };

    /// <summary>The failure of a step that no message can carry.</summary>
    public static TaskFailureDetails TooLarge(string what, int size, int limit) =>
        Refusal("PayloadTooLarge", $"The {what} needs a message of {size} bytes, and one may have {limit}. Pass a reference instead of the content.");

    private static TaskFailureDetails Ended(OrchestrationStatus status) =>
        new() { ErrorType = $"Workflow{status}", ErrorMessage = $"The child workflow ended as {status.Word()}.", IsNonRetriable = true };
}
