using System.Diagnostics;
using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Workflow.Client;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Dapr.Workflow;

/// <summary>Starts workflow instances through the sidecar and looks after them.</summary>
public sealed class DaprWorkflowClient : IDaprWorkflowClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly TaskHub hub;
    private readonly TimeProvider time;

    internal DaprWorkflowClient(TaskHub hub, TimeProvider time)
    {
        this.hub = hub;
        this.time = time;
    }

    /// <inheritdoc/>
    public Task<string> ScheduleNewWorkflowAsync(string name, string? instanceId = null, object? input = null) =>
        ScheduleNewWorkflowAsync(name, instanceId, input, (DateTimeOffset?)null);

    /// <inheritdoc/>
    public Task<string> ScheduleNewWorkflowAsync(string name, string? instanceId, object? input, DateTime? startTime) =>
        ScheduleNewWorkflowAsync(name, instanceId, input, startTime is { } start ? new DateTimeOffset(start) : null);

    /// <inheritdoc/>
    public async Task<string> ScheduleNewWorkflowAsync(
        string name, string? instanceId, object? input, DateTimeOffset? startTime, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var request = new CreateInstanceRequest
        {
            InstanceId = string.IsNullOrEmpty(instanceId) ? Guid.NewGuid().ToString("N") : instanceId,
            Name = name,
            Input = WorkflowJson.Serialize(input),
            ScheduledStartTimestamp = startTime is { } start ? Timestamp.FromDateTimeOffset(start) : null,
            ParentTraceContext = CurrentTrace(),
        };
        var response = await AskAsync($"start workflow '{name}' as '{request.InstanceId}'", () => hub.StartAsync(request, cancellation));
        return response.InstanceId;
    }

    /// <inheritdoc/>
    public async Task<WorkflowState?> GetWorkflowStateAsync(
        string instanceId, bool getInputsAndOutputs = true, CancellationToken cancellation = default)
    {
        var request = Get(instanceId, getInputsAndOutputs);
        var response = await AskAsync($"read workflow '{instanceId}'", () => hub.GetAsync(request, cancellation));
        return response.Exists ? new WorkflowState(response.WorkflowState) : null;
    }

    /// <inheritdoc/>
    public async Task<WorkflowState> WaitForWorkflowStartAsync(
        string instanceId, bool getInputsAndOutputs = true, CancellationToken cancellation = default)
    {
        var request = Get(instanceId, getInputsAndOutputs);
        var response = await PersistAsync(
            $"wait for the start of workflow '{instanceId}'", () => hub.WaitForStartAsync(request, cancellation), cancellation);
        return Existing(instanceId, response);
    }

    /// <inheritdoc/>
    public async Task<WorkflowState> WaitForWorkflowCompletionAsync(
        string instanceId, bool getInputsAndOutputs = true, CancellationToken cancellation = default)
    {
        var wait = Get(instanceId, getInputsAndOutputs: false);
        var response = await PersistAsync(
            $"wait for the end of workflow '{instanceId}'", () => hub.WaitForCompletionAsync(wait, cancellation), cancellation);
        if (!getInputsAndOutputs) return Existing(instanceId, response);

        var whole = Get(instanceId, getInputsAndOutputs: true);
        return Existing(instanceId, await PersistAsync($"read workflow '{instanceId}'", () => hub.GetAsync(whole, cancellation), cancellation));
    }

    /// <inheritdoc/>
    public Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var request = new RaiseEventRequest { InstanceId = instanceId, Name = eventName, Input = WorkflowJson.Serialize(eventPayload) };
        return TellAsync($"raise event '{eventName}' in workflow '{instanceId}'", () => hub.RaiseEventAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public Task TerminateWorkflowAsync(string instanceId, object? output = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var request = new TerminateRequest { InstanceId = instanceId, Output = WorkflowJson.Serialize(output), Recursive = true };
        return TellAsync($"terminate workflow '{instanceId}'", () => hub.TerminateAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public Task SuspendWorkflowAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var request = new SuspendRequest { InstanceId = instanceId, Reason = reason ?? "" };
        return TellAsync($"suspend workflow '{instanceId}'", () => hub.SuspendAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public Task ResumeWorkflowAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var request = new ResumeRequest { InstanceId = instanceId, Reason = reason ?? "" };
        return TellAsync($"resume workflow '{instanceId}'", () => hub.ResumeAsync(request, cancellation));
    }

    /// <inheritdoc/>
    public async Task<bool> PurgeInstanceAsync(string instanceId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var request = new PurgeInstancesRequest { InstanceId = instanceId, Recursive = true };
        var response = await AskAsync($"purge workflow '{instanceId}'", () => hub.PurgeAsync(request, cancellation));
        return response.DeletedInstanceCount > 0;
    }

    /// <inheritdoc/>
    public async Task<WorkflowInstancePage> ListInstanceIdsAsync(
        string? continuationToken = null, int? pageSize = null, CancellationToken cancellation = default)
    {
        var request = new ListInstanceIDsRequest();
        if (continuationToken is not null) request.ContinuationToken = continuationToken;
        if (pageSize is { } size) request.PageSize = checked((uint)size);
        var response = await AskAsync("list workflows", () => hub.ListAsync(request, cancellation));
        return new WorkflowInstancePage([.. response.InstanceIds], response.HasContinuationToken ? response.ContinuationToken : null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WorkflowHistoryEvent>> GetInstanceHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var request = new GetInstanceHistoryRequest { InstanceId = instanceId };
        var response = await AskAsync($"read the history of workflow '{instanceId}'", () => hub.HistoryAsync(request, cancellation));
        return [.. response.Events.Select(HistoryReading.ToPublic)];
    }

    /// <inheritdoc/>
    public async Task<string> RerunWorkflowFromEventAsync(
        string sourceInstanceId, uint eventId, RerunWorkflowFromEventOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(sourceInstanceId);
        if (options is { Input: not null, OverwriteInput: false })
            throw new ArgumentException($"{nameof(options.OverwriteInput)} must be true when {nameof(options.Input)} is given.", nameof(options));

        var request = new RerunWorkflowFromEventRequest { SourceInstanceID = sourceInstanceId, EventID = eventId, OverwriteInput = options?.OverwriteInput ?? false };
        if (options?.NewInstanceId is { } id) request.NewInstanceID = id;
        if (request.OverwriteInput) request.Input = WorkflowJson.Serialize(options!.Input);
        var response = await AskAsync($"run workflow '{sourceInstanceId}' again", () => hub.RerunAsync(request, cancellation));
        return response.NewInstanceID;
    }

    /// <summary>Nothing to give back: connections are the process's.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static TraceContext? CurrentTrace() => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } traceParent } activity
        ? new TraceContext { TraceParent = traceParent, TraceState = activity.TraceStateString }
        : null;

    private static GetInstanceRequest Get(string instanceId, bool getInputsAndOutputs)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return new GetInstanceRequest { InstanceId = instanceId, GetInputsAndOutputs = getInputsAndOutputs };
    }

    private static WorkflowState Existing(string instanceId, GetInstanceResponse response) => response.Exists
        ? new WorkflowState(response.WorkflowState)
        : throw new InvalidOperationException($"There is no workflow instance '{instanceId}'.");

    private static async Task TellAsync(string what, Func<Task> call) =>
        await AskAsync(
            what,
            async () =>
            {
                await call();
                return true;
            });

    private static async Task<T> AskAsync<T>(string what, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (GrpcException failed)
        {
            throw new DaprApiException($"Could not {what}: {failed.Message}", failed, $"{failed.Status}", TaskHub.IsTransient(failed.Status));
        }
    }

    /// <summary>Asks again, after growing pauses, while the sidecar is away: waits outlive its restarts.</summary>
    private async Task<T> PersistAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellation)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await AskAsync(what, call);
            }
            catch (DaprApiException away) when (away.IsTransient)
            {
                await Task.Delay(pause, time, cancellation);
            }
        }
    }
}
