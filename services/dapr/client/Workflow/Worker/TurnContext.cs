using Athene.Dapr.Protocol;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>The context of one turn: numbers the steps, keeps those that are open, and hands back what the history answered.</summary>
/// <remarks>It awaits without context itself, so that workflow code may ask its tasks for either.</remarks>
internal sealed class TurnContext(string name, string instanceId, TurnThread thread, ILoggerFactory loggers) : WorkflowContext
{
    private readonly NameBasedGuid guids = new(instanceId);
    private int nextId;
    private DateTime now;
    private bool isReplaying = true;

    public override string Name => name;

    public override string InstanceId => instanceId;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => isReplaying;

    /// <summary>Steps the history does not yet tell of, by number: what this turn asks of the sidecar.</summary>
    public SortedDictionary<int, DurableStep> Unrecorded { get; } = [];

    /// <summary>Steps without an answer, by number.</summary>
    public Dictionary<int, DurableStep> Open { get; } = [];

    public EventInbox Events { get; } = new();

    public Patches Patches { get; } = new();

    public ContinuedAsNew? Continuation { get; private set; }

    /// <summary>The custom status as JSON, or null when it was never set.</summary>
    public string? CustomStatus { get; private set; }

    public void BeginTurn(DateTime time) => now = time;

    public void BeginNewEvents() => isReplaying = false;

    public override bool IsPatched(string patchName)
    {
        EnsureOwnTurn();
        return Patches.IsPatched(patchName, isReplaying);
    }

    public override async Task<T> CallActivityAsync<T>(string name, object? input = null, WorkflowTaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var attempts = new Attempts(this, options?.RetryPolicy);
        while (true)
        {
            var step = Begin(id => new WorkflowAction
            {
                Id = id,
                ScheduleTask = new ScheduleTaskAction
                {
                    Name = name,
                    Input = WorkflowJson.Serialize(input),
                    TaskExecutionId = guids.ForActivity(id, name),
                },
                Router = Router(options),
            });
            var answer = await step.Answer.Task.ConfigureAwait(false);
            if (answer.TaskCompleted is { } completed) return WorkflowJson.Deserialize<T>(completed.Result)!;

            var failure = answer.TaskFailed.FailureDetails;
            await attempts.PauseOrThrowAsync(
                $"Task failed: {failure.ErrorMessage}",
                failure,
                timer => timer.ActivityRetry = new TimerOriginActivityRetry { TaskExecutionId = attempts.First(step.TaskExecutionId!) }).ConfigureAwait(false);
        }
    }

    public override async Task<TResult> CallChildWorkflowAsync<TResult>(
        string workflowName, object? input = null, ChildWorkflowTaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(workflowName);
        var attempts = new Attempts(this, options?.RetryPolicy);
        while (true)
        {
            var childId = options?.InstanceId ?? NewGuid().ToString();
            var step = Begin(id => new WorkflowAction
            {
                Id = id,
                CreateChildWorkflow = new CreateChildWorkflowAction
                {
                    InstanceId = childId,
                    Name = workflowName,
                    Input = WorkflowJson.Serialize(input),
                },
                Router = Router(options),
            });
            var answer = await step.Answer.Task.ConfigureAwait(false);
            if (answer.ChildWorkflowInstanceCompleted is { } completed) return WorkflowJson.Deserialize<TResult>(completed.Result)!;

            await attempts.PauseOrThrowAsync(
                $"Child workflow '{workflowName}' failed",
                answer.ChildWorkflowInstanceFailed.FailureDetails,
                timer => timer.ChildWorkflowRetry = new TimerOriginChildWorkflowRetry { InstanceId = attempts.First(childId) }).ConfigureAwait(false);
        }
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) =>
        CreateTimer(fireAt, timer => timer.CreateTimer = new TimerOriginCreateTimer(), cancellationToken);

    internal async Task CreateTimer(DateTime fireAt, Action<CreateTimerAction> origin, CancellationToken cancellationToken)
    {
        var timer = new CreateTimerAction { FireAt = Timestamp.FromDateTime(DateTime.SpecifyKind(fireAt, DateTimeKind.Utc)) };
        origin(timer);
        var step = Begin(id => new WorkflowAction { Id = id, CreateTimer = timer });
        using var registration = CancelWith(step.Answer, cancellationToken);
        await step.Answer.Task.ConfigureAwait(false);
    }

    public override async Task<T> WaitForExternalEventAsync<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureOwnTurn();
        var waiter = Events.Wait(eventName);
        using var registration = CancelWith(waiter, cancellationToken);
        var raised = await waiter.Task.ConfigureAwait(false);
        return WorkflowJson.Deserialize<T>(raised.EventRaised.Input)!;
    }

    public override async Task<T> WaitForExternalEventAsync<T>(string eventName, TimeSpan timeout)
    {
        var timer = CreateTimer(
            now.Add(timeout),
            origin => origin.ExternalEvent = new TimerOriginExternalEvent { Name = eventName },
            CancellationToken.None);
        var waiter = Events.Wait(eventName);
        await Task.WhenAny(waiter.Task, timer).ConfigureAwait(false);
        if (!waiter.Task.IsCompleted) waiter.TrySetCanceled();
        var raised = await waiter.Task.ConfigureAwait(false);
        return WorkflowJson.Deserialize<T>(raised.EventRaised.Input)!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Begin(id => new WorkflowAction
    {
        Id = id,
        SendEvent = new SendEventAction
        {
            Instance = new WorkflowInstance { InstanceId = instanceId },
            Name = eventName,
            Data = WorkflowJson.Serialize(payload),
        },
    });

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureOwnTurn();
        CustomStatus = WorkflowJson.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        EnsureOwnTurn();
        Continuation = new ContinuedAsNew(nextId++, WorkflowJson.Serialize(newInput), preserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        EnsureOwnTurn();
        return guids.Next();
    }

    public override ILogger CreateReplaySafeLogger(string categoryName) => new ReplaySafeLogger(loggers.CreateLogger(categoryName), this);

    public override ILogger CreateReplaySafeLogger(System.Type type) => new ReplaySafeLogger(loggers.CreateLogger(type), this);

    public override ILogger CreateReplaySafeLogger<T>() => CreateReplaySafeLogger(typeof(T));

    private static TaskRouter? Router(WorkflowTaskOptions? options) =>
        string.IsNullOrEmpty(options?.AppId) ? null : new TaskRouter { TargetAppID = options.AppId };

    private DurableStep Begin(Func<int, WorkflowAction> action)
    {
        EnsureOwnTurn();
        var step = new DurableStep(action(nextId++));
        Unrecorded.Add(step.Id, step);
        if (step.Action.SendEvent is null) Open.Add(step.Id, step);
        return step;
    }

    private CancellationTokenRegistration CancelWith(TaskCompletionSource<HistoryEvent> source, CancellationToken cancellationToken) =>
        cancellationToken.Register(() => thread.Complete(() => source.TrySetCanceled(cancellationToken)));

    private void EnsureOwnTurn()
    {
        if (!thread.IsCurrent)
        {
            throw new InvalidOperationException(
                $"Workflow '{name}' used its context outside its turn. Await only tasks of the context in a workflow; do everything else in activities.");
        }
    }
}
