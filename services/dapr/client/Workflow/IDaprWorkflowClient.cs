namespace Athene.Dapr.Workflow;

/// <summary>Starts workflow instances and looks after them. Failed calls throw <see cref="DaprException"/>.</summary>
public interface IDaprWorkflowClient : IAsyncDisposable
{
    /// <summary>Starts an instance of the workflow <paramref name="name"/>; the answer is its id.</summary>
    /// <param name="name">The name the workflow is registered under.</param>
    /// <param name="instanceId">The id, of letters, digits, <c>-</c> and <c>_</c>; a new one when null. An id that is running is refused.</param>
    /// <param name="input">The input, sent as JSON.</param>
    Task<string> ScheduleNewWorkflowAsync(string name, string? instanceId = null, object? input = null);

    /// <inheritdoc cref="ScheduleNewWorkflowAsync(string, string?, object?)"/>
    Task<string> ScheduleNewWorkflowAsync(string name, string? instanceId, object? input, DateTime? startTime);

    /// <inheritdoc cref="ScheduleNewWorkflowAsync(string, string?, object?)"/>
    Task<string> ScheduleNewWorkflowAsync(
        string name, string? instanceId, object? input, DateTimeOffset? startTime, CancellationToken cancellation = default);

    /// <summary>How an instance stands, or null when there is none.</summary>
    Task<WorkflowState?> GetWorkflowStateAsync(
        string instanceId, bool getInputsAndOutputs = true, CancellationToken cancellation = default);

    /// <summary>Waits until an instance has begun.</summary>
    Task<WorkflowState> WaitForWorkflowStartAsync(
        string instanceId, bool getInputsAndOutputs = true, CancellationToken cancellation = default);

    /// <summary>Waits until an instance has ended, well or not.</summary>
    Task<WorkflowState> WaitForWorkflowCompletionAsync(
        string instanceId, bool getInputsAndOutputs = true, CancellationToken cancellation = default);

    /// <summary>Raises an external event in an instance.</summary>
    Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default);

    /// <summary>Ends an instance and its children at their next turn. Activities under way run on.</summary>
    Task TerminateWorkflowAsync(string instanceId, object? output = null, CancellationToken cancellation = default);

    Task SuspendWorkflowAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    Task ResumeWorkflowAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Removes an instance that has ended, and its children; false when there is none to remove.</summary>
    Task<bool> PurgeInstanceAsync(string instanceId, CancellationToken cancellation = default);
}
