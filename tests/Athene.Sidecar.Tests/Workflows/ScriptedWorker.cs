using Athene.Dapr.Protocol;
using Google.Protobuf;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>A worker without an SDK: knows a few workflows by name, and answers what it is sent.</summary>
public static class ScriptedWorker
{
    public const int ChainLength = 3;

    /// <summary>Answers one item.</summary>
    public static Task AnswerAsync(TaskHubClient client, WorkItem item)
    {
        var (method, answer) = Answer(item);
        return client.CallAsync(method, answer, CompleteTaskResponse.Parser);
    }

    /// <summary>Answers everything until the stream ends.</summary>
    public static async Task RunAsync(TaskHubClient client, WorkStream work)
    {
        while (!work.Ended.IsCompleted)
            if (await work.NextOrEndAsync() is { } item) await AnswerAsync(client, item);
    }

    /// <summary>What this worker says to an item.</summary>
    public static (string Method, IMessage Answer) Answer(WorkItem item) => item.ActivityRequest is { } activity
        ? ("CompleteActivityTask", AnswerActivity(activity))
        : ("CompleteOrchestratorTask", AnswerTurn(item.WorkflowRequest));

    private static ActivityResponse AnswerActivity(ActivityRequest activity)
    {
        var answer = new ActivityResponse { InstanceId = activity.WorkflowInstance.InstanceId, TaskId = activity.TaskId };
        if (activity.Name == "NoSuchActivity") answer.FailureDetails = new TaskFailureDetails { ErrorType = "ActivityNotFoundException", ErrorMessage = "Activity 'NoSuchActivity' not found" };
        else answer.Result = activity.Input;
        return answer;
    }

    private static WorkflowResponse AnswerTurn(WorkflowRequest turn)
    {
        List<HistoryEvent> events = [.. turn.PastEvents, .. turn.NewEvents];
        var started = events.First(item => item.ExecutionStarted is not null).ExecutionStarted;
        var response = new WorkflowResponse { InstanceId = turn.InstanceId };
        if (turn.NewEvents[^1].ExecutionTerminated is not null) response.Actions.Add(End(OrchestrationStatus.Terminated));
        else if (turn.NewEvents[^1].ExecutionSuspended is null) Continue(response, started, events);
        return response;
    }

    private static void Continue(WorkflowResponse response, ExecutionStartedEvent started, List<HistoryEvent> events)
    {
        var answered = events.Count(item => item.TaskCompleted is not null);
        var raised = events.FirstOrDefault(item => item.EventRaised is not null)?.EventRaised;
        var failed = events.FirstOrDefault(item => item.TaskFailed is not null)?.TaskFailed.FailureDetails;
        switch (started.Name)
        {
            case "Chain" when answered < ChainLength:
                response.Actions.Add(Activity(answered, "Step", $"{answered}"));
                break;
            case "Fan" when events.All(item => item.TaskScheduled is null):
                response.Actions.Add(Enumerable.Range(0, 5).Select(index => Activity(index, "Step", $"{index}")));
                break;
            case "Fan" when answered < 5:
                break;
            case "Poison":
                response.Actions.Add(new WorkflowAction { TerminateWorkflow = new TerminateWorkflowAction { InstanceId = "other" } });
                break;
            case "Sender":
                response.Actions.Add(new WorkflowAction { SendEvent = new SendEventAction { Name = "go", Data = started.Input, Instance = new WorkflowInstance { InstanceId = "receiver" } } });
                response.Actions.Add(End(OrchestrationStatus.Completed, ""));
                break;
            case "EventWf" or "StatusWf" when raised is null:
                if (started.Name == "StatusWf") response.CustomStatus = """{"stepName":"half","percent":50}""";
                break;
            case "EventWf":
                response.Actions.Add(End(OrchestrationStatus.Completed, $"\"got {raised!.Input.Trim('"')}\""));
                break;
            case "HelloWf" when started.Input == "not json":
            case "ThrowWf":
                response.Actions.Add(Failure("System.InvalidOperationException", "outer message x"));
                break;
            case "HelloWf":
                response.Actions.Add(End(OrchestrationStatus.Completed, $"\"Hello, {started.Input.Trim('"')}!\""));
                break;
            case "NullWf":
                response.Actions.Add(End(OrchestrationStatus.Completed, ""));
                break;
            case "MissingActivityWf":
                response.Actions.Add(failed is null ? Activity(0, "NoSuchActivity", "\"x\"") : Failure("Dapr.Workflow.WorkflowTaskFailedException", $"Task failed: {failed.ErrorMessage}"));
                break;
            case "NoSuch":
                response.Actions.Add(Failure("WorkflowNotFound", "Workflow 'NoSuch' is not registered in this app."));
                break;
            default:
                response.Actions.Add(End(OrchestrationStatus.Completed, $"{answered}"));
                break;
        }
    }

    private static WorkflowAction Activity(int id, string name, string input) =>
        new() { Id = id, ScheduleTask = new ScheduleTaskAction { Name = name, Input = input, TaskExecutionId = $"{id}" } };

    private static WorkflowAction End(OrchestrationStatus status, string? result = null) =>
        new() { CompleteWorkflow = new CompleteWorkflowAction { WorkflowStatus = status, Result = result } };

    private static WorkflowAction Failure(string type, string message) => new()
    {
        CompleteWorkflow = new CompleteWorkflowAction
        {
            WorkflowStatus = OrchestrationStatus.Failed,
            FailureDetails = new TaskFailureDetails { ErrorType = type, ErrorMessage = message, StackTrace = "", IsNonRetriable = true },
        },
    };
}
