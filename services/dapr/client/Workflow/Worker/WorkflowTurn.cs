using Athene.Dapr.Protocol;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>
/// One turn of a workflow: replays the past, lets the new events go on from there, and tells the sidecar what follows.
/// Has no effect beyond its answer.
/// </summary>
internal sealed class WorkflowTurn
{
    private readonly WorkflowRequest request;
    private readonly IWorkflow workflow;
    private readonly TurnThread thread = new();
    private readonly TurnContext context;
    private Task<object?>? run;

    private WorkflowTurn(WorkflowRequest request, string name, IWorkflow workflow, ILoggerFactory loggers)
    {
        this.request = request;
        this.workflow = workflow;
        context = new TurnContext(name, request.InstanceId, thread, loggers);
    }

    /// <summary>How the instance of a request began, or null when its history has no beginning.</summary>
    public static ExecutionStartedEvent? BeginningOf(WorkflowRequest request) =>
        request.PastEvents.Concat(request.NewEvents).FirstOrDefault(e => e.ExecutionStarted is not null)?.ExecutionStarted;

    public static WorkflowResponse Execute(WorkflowRequest request, string name, IWorkflow workflow, ILoggerFactory loggers) =>
        new WorkflowTurn(request, name, workflow, loggers).Execute();

    private WorkflowResponse Execute()
    {
        if (request.NewEvents.Any(e => e.ExecutionTerminated is not null))
            return TurnAnswer.Ended(request, OrchestrationStatus.Terminated);

        try
        {
            thread.Run(Replay);
        }
        catch (NonDeterministicWorkflowException mismatch)
        {
            return TurnAnswer.Failed(request, mismatch);
        }

        return TurnAnswer.Of(request, context, run);
    }

    private void Replay()
    {
        foreach (var started in request.PastEvents.Select(e => e.WorkflowStarted).OfType<WorkflowStartedEvent>())
            context.Patches.Record(started);

        foreach (var past in request.PastEvents) Apply(past);
        context.BeginNewEvents();
        foreach (var fresh in request.NewEvents) Apply(fresh);
        EnsureWaitsForHistory();
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened.EventTypeCase)
        {
            case HistoryEvent.EventTypeOneofCase.WorkflowStarted:
                context.BeginTurn(happened.Timestamp.ToDateTime());
                break;
            case HistoryEvent.EventTypeOneofCase.ExecutionStarted:
                Start(happened.ExecutionStarted);
                break;
            case HistoryEvent.EventTypeOneofCase.TaskScheduled:
            case HistoryEvent.EventTypeOneofCase.TimerCreated:
            case HistoryEvent.EventTypeOneofCase.ChildWorkflowInstanceCreated:
            case HistoryEvent.EventTypeOneofCase.EventSent:
                Recorded(happened);
                break;
            case HistoryEvent.EventTypeOneofCase.TaskCompleted:
                Answered(happened, happened.TaskCompleted.TaskScheduledId, happened.TaskCompleted.TaskExecutionId);
                break;
            case HistoryEvent.EventTypeOneofCase.TaskFailed:
                Answered(happened, happened.TaskFailed.TaskScheduledId, happened.TaskFailed.TaskExecutionId);
                break;
            case HistoryEvent.EventTypeOneofCase.ChildWorkflowInstanceCompleted:
                Answered(happened, happened.ChildWorkflowInstanceCompleted.TaskScheduledId);
                break;
            case HistoryEvent.EventTypeOneofCase.ChildWorkflowInstanceFailed:
                Answered(happened, happened.ChildWorkflowInstanceFailed.TaskScheduledId);
                break;
            case HistoryEvent.EventTypeOneofCase.TimerFired:
                Answered(happened, happened.TimerFired.TimerId);
                break;
            case HistoryEvent.EventTypeOneofCase.EventRaised when context.Events.Receive(happened) is { } waiter:
                thread.Complete(() => waiter.TrySetResult(happened));
                break;
        }
    }

    private void Start(ExecutionStartedEvent started) => thread.Start(() => run = RunAsync(started.Input));

    // Async, so that an input that does not fit the workflow fails the instance like any other exception of its code.
    private async Task<object?> RunAsync(string? input) =>
        await workflow.RunAsync(context, WorkflowJson.Deserialize(input, workflow.InputType));

    private void Recorded(HistoryEvent recorded)
    {
        if (!context.Unrecorded.Remove(recorded.EventId, out var step))
            throw Mismatch($"has {DurableStep.Describe(recorded)} as step {recorded.EventId}, which the code does not reach any more");
        if (!step.Matches(recorded))
            throw Mismatch($"has {DurableStep.Describe(recorded)} as step {recorded.EventId}, where the code now does {step}");
    }

    private void Answered(HistoryEvent answer, int stepId, string taskExecutionId = "")
    {
        if (!context.Open.Remove(stepId, out var step))
        {
            step = taskExecutionId.Length == 0 ? null : context.Open.Values.FirstOrDefault(open => open.TaskExecutionId == taskExecutionId);
            if (step is null) return;
            context.Open.Remove(step.Id);
        }

        thread.Complete(() => step.Answer.TrySetResult(answer));
    }

    private void EnsureWaitsForHistory()
    {
        if (run is null or { IsCompleted: true }) return;
        if (!thread.WasLeft && (context.Open.Count > 0 || context.Events.HasWaiters)) return;

        throw new NonDeterministicWorkflowException(
            $"Workflow '{context.Name}' awaits something that is not of its context. Only tasks of the WorkflowContext survive a replay; do everything else in activities.");
    }

    private NonDeterministicWorkflowException Mismatch(string what) => new(
        $"The code of workflow '{context.Name}' does not fit the history of instance '{context.InstanceId}': the history {what}. " +
        "Guard changes of running workflows with IsPatched, or give the changed workflow a new name.");
}
