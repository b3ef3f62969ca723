using Athene.Dapr.Workflow.Client;

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

    /// <summary>The ids of all instances, a page at a time.</summary>
    /// <param name="continuationToken">From the page before; null for the first.</param>
    /// <param name="pageSize">How many ids a page has at most; as many as the sidecar sends when null.</param>
    Task<WorkflowInstancePage> ListInstanceIdsAsync(
        string? continuationToken = null, int? pageSize = null, CancellationToken cancellation = default);

    /// <summary>What happened to an instance so far.</summary>
    Task<IReadOnlyList<WorkflowHistoryEvent>> GetInstanceHistoryAsync(string instanceId, CancellationToken cancellation = default);

    /// <summary>Runs a workflow again, as a new instance, from one event of its history; the answer is the new id. The embedded sidecar refuses it.</summary>
    Task<string> RerunWorkflowFromEventAsync(
        string sourceInstanceId, uint eventId, RerunWorkflowFromEventOptions? options = null, CancellationToken cancellation = default);
}
