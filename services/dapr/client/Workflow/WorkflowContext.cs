using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Workflow;

/// <summary>What a workflow can do: call activities and children, wait for time and events, and tell where it stands.</summary>
/// <remarks>See the rules on <see cref="Workflow{TInput,TOutput}"/>. A call from outside the workflow's own turn throws <see cref="InvalidOperationException"/>.</remarks>
public abstract class WorkflowContext : IWorkflowContext
{
    /// <summary>The name the workflow is registered under.</summary>
    public abstract string Name { get; }

    public abstract string InstanceId { get; }

    /// <inheritdoc/>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <inheritdoc/>
    public abstract bool IsReplaying { get; }

    /// <inheritdoc/>
    public abstract bool IsPatched(string patchName);

    /// <summary>Runs the activity <paramref name="name"/>, at least once, and waits for it.</summary>
    /// <exception cref="WorkflowTaskFailedException">The activity threw, in its last attempt.</exception>
    public virtual Task CallActivityAsync(string name, object? input = null, WorkflowTaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <inheritdoc cref="CallActivityAsync(string, object?, WorkflowTaskOptions?)"/>
    public abstract Task<T> CallActivityAsync<T>(string name, object? input = null, WorkflowTaskOptions? options = null);

    /// <summary>A durable timer that fires after <paramref name="delay"/>. Cancelling ends the wait, not the timer in the sidecar.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken = default) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>A durable timer that fires at <paramref name="fireAt"/> (UTC).</summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>The next event of this name (case does not matter). Events that came early are kept, first in, first out.</summary>
    /// <exception cref="TaskCanceledException">The token was cancelled before an event came.</exception>
    public abstract Task<T> WaitForExternalEventAsync<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>The next event of this name, if it comes within <paramref name="timeout"/>.</summary>
    /// <exception cref="TaskCanceledException">No event came in time.</exception>
    public abstract Task<T> WaitForExternalEventAsync<T>(string eventName, TimeSpan timeout);

    /// <summary>Raises an event in another instance. Dapr 1.18.3 cannot carry this out and repeats the turn for ever; let an activity raise it.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Sets what a look at the instance shows beside its status; null clears it.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Runs another workflow as a child and waits for its output.</summary>
    /// <exception cref="WorkflowTaskFailedException">The child failed, in its last attempt.</exception>
    public abstract Task<TResult> CallChildWorkflowAsync<TResult>(
        string workflowName, object? input = null, ChildWorkflowTaskOptions? options = null);

    /// <inheritdoc cref="CallChildWorkflowAsync{TResult}(string, object?, ChildWorkflowTaskOptions?)"/>
    public virtual Task CallChildWorkflowAsync(
        string workflowName, object? input = null, ChildWorkflowTaskOptions? options = null) =>
        CallChildWorkflowAsync<object>(workflowName, input, options);

    /// <summary>Ends this run and starts the workflow anew with an empty history. Return right after it.</summary>
    /// <param name="newInput">The input of the new run.</param>
    /// <param name="preserveUnprocessedEvents">Whether events that nobody has waited for yet are kept.</param>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>A new id that is equal in every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent during replay.</summary>
    public abstract ILogger CreateReplaySafeLogger(string categoryName);

    /// <inheritdoc cref="CreateReplaySafeLogger(string)"/>
    public abstract ILogger CreateReplaySafeLogger(Type type);

    /// <inheritdoc cref="CreateReplaySafeLogger(string)"/>
    public abstract ILogger CreateReplaySafeLogger<T>();
}
