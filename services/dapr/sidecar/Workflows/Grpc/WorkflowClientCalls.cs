using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;

namespace Athene.Sidecar.Workflows.Grpc;

/// <summary>What clients ask, with the error texts that Dapr has for each method.</summary>
internal static class WorkflowClientCalls
{
    /// <summary>How many ids one page of a list has at most: as many as a message carries for certain.</summary>
    private const int MaxPageSize = 16 * 1024;

    /// <summary>Answers when the first turn has been answered, or at once when the start is for later.</summary>
    public static async Task<CreateInstanceResponse> StartAsync(WorkflowEngine engine, CreateInstanceRequest request, CancellationToken cancellationToken)
    {
        if (request.WorkflowIdReusePolicy is { } policy && (policy.Action != CreateInstanceAction.Error || policy.OperationStatus.Count > 0))
            throw new GrpcException(GrpcStatus.Unimplemented, "workflowIdReusePolicy is not supported: an id is free again once its instance has finished. Terminate or purge the instance first.");
        try
        {
            var id = engine.Create(request);
            if (request.ScheduledStartTimestamp is null) await engine.WhenStartedAsync(id, cancellationToken);
            return new CreateInstanceResponse { InstanceId = id };
        }
        catch (WorkflowException e) when (e.Fault == WorkflowFault.AlreadyRunning)
        {
            throw new GrpcException(GrpcStatus.AlreadyExists, $"failed to create workflow instance: {e.Message}");
        }
    }

    public static Task<GetInstanceResponse> GetAsync(WorkflowEngine engine, GetInstanceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(WorkflowStateView.Of(engine.Find(request.InstanceId), request));

    public static async Task<GetInstanceResponse> WaitForStartAsync(WorkflowEngine engine, GetInstanceRequest request, CancellationToken cancellationToken) =>
        WorkflowStateView.OfWait(await engine.WhenStartedAsync(request.InstanceId, cancellationToken), request);

    public static async Task<GetInstanceResponse> WaitForCompletionAsync(WorkflowEngine engine, GetInstanceRequest request, CancellationToken cancellationToken) =>
        WorkflowStateView.OfWait(await engine.WhenAsync(request.InstanceId, status => status.IsFinished(), cancellationToken), request);

    public static Task<RaiseEventResponse> RaiseAsync(WorkflowEngine engine, RaiseEventRequest request, CancellationToken cancellationToken)
    {
        engine.Raise(request);
        return Task.FromResult(new RaiseEventResponse());
    }

    public static async Task<TerminateResponse> TerminateAsync(WorkflowEngine engine, TerminateRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await engine.TerminateAsync(request, cancellationToken);
            return new TerminateResponse();
        }
        catch (WorkflowException e)
        {
            throw new GrpcException(GrpcStatus.Unknown, $"failed to submit termination request: {e.Message}");
        }
    }

    public static async Task<SuspendResponse> SuspendAsync(WorkflowEngine engine, SuspendRequest request, CancellationToken cancellationToken)
    {
        await engine.SuspendAsync(request, cancellationToken);
        return new SuspendResponse();
    }

    public static async Task<ResumeResponse> ResumeAsync(WorkflowEngine engine, ResumeRequest request, CancellationToken cancellationToken)
    {
        await engine.ResumeAsync(request, cancellationToken);
        return new ResumeResponse();
    }

    public static Task<PurgeInstancesResponse> PurgeAsync(WorkflowEngine engine, PurgeInstancesRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var count = request switch
            {
                { PurgeInstanceFilter: { } filter } => engine.Purge(filter),
                { Force: true } => engine.PurgeByForce(request.InstanceId, request.Recursive),
                _ => engine.Purge(request.InstanceId, request.Recursive),
            };
            return Task.FromResult(new PurgeInstancesResponse { DeletedInstanceCount = count });
        }
        catch (WorkflowException e)
        {
            var reason = e.Fault == WorkflowFault.NoSuchInstance ? $"failed to fetch workflow state: {e.Message}" : e.Message;
            throw new GrpcException(GrpcStatus.Unknown, $"failed to purge workflow state: {reason}");
        }
    }

    public static Task<ListInstanceIDsResponse> ListAsync(WorkflowEngine engine, ListInstanceIDsRequest request, CancellationToken cancellationToken)
    {
        var size = request is { HasPageSize: true, PageSize: > 0 } ? (int)Math.Min(request.PageSize, MaxPageSize) : MaxPageSize;
        var ids = engine.Ids(request.ContinuationToken, size + 1);
        var response = new ListInstanceIDsResponse();
        response.InstanceIds.AddRange(ids.Take(size));
        if (ids.Count > size) response.ContinuationToken = response.InstanceIds[^1];
        return Task.FromResult(response);
    }

    public static Task<GetInstanceHistoryResponse> HistoryAsync(WorkflowEngine engine, GetInstanceHistoryRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = new GetInstanceHistoryResponse();
            response.Events.AddRange(engine.History(request.InstanceId));
            return Task.FromResult(response);
        }
        catch (WorkflowException)
        {
            throw new GrpcException(GrpcStatus.NotFound, $"workflow instance '{request.InstanceId}' not found");
        }
    }
}
