using Athene.Dapr.Grpc;
using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Dapr.Workflow;

/// <summary>The sidecar's workflow service, a method each.</summary>
internal sealed class TaskHub(GrpcConnection sidecar)
{
    public Uri Address => sidecar.Address;

    public Task HelloAsync(CancellationToken ct) => CallAsync("Hello", new Empty(), Empty.Parser, ct);

    public IAsyncEnumerable<WorkItem> GetWorkItemsAsync(CancellationToken ct) =>
        sidecar.StreamAsync(Path("GetWorkItems"), new GetWorkItemsRequest(), WorkItem.Parser, ct);

    public Task CompleteAsync(WorkflowResponse response, CancellationToken ct) =>
        CallAsync("CompleteOrchestratorTask", response, CompleteTaskResponse.Parser, ct);

    public Task CompleteAsync(ActivityResponse response, CancellationToken ct) =>
        CallAsync("CompleteActivityTask", response, CompleteTaskResponse.Parser, ct);

    public Task<CreateInstanceResponse> StartAsync(CreateInstanceRequest request, CancellationToken ct) =>
        CallAsync("StartInstance", request, CreateInstanceResponse.Parser, ct);

    public Task<GetInstanceResponse> GetAsync(GetInstanceRequest request, CancellationToken ct) =>
        CallAsync("GetInstance", request, GetInstanceResponse.Parser, ct);

    public Task<GetInstanceResponse> WaitForStartAsync(GetInstanceRequest request, CancellationToken ct) =>
        CallAsync("WaitForInstanceStart", request, GetInstanceResponse.Parser, ct);

    public Task<GetInstanceResponse> WaitForCompletionAsync(GetInstanceRequest request, CancellationToken ct) =>
        CallAsync("WaitForInstanceCompletion", request, GetInstanceResponse.Parser, ct);

    public Task RaiseEventAsync(RaiseEventRequest request, CancellationToken ct) =>
        CallAsync("RaiseEvent", request, RaiseEventResponse.Parser, ct);

    public Task TerminateAsync(TerminateRequest request, CancellationToken ct) =>
        CallAsync("TerminateInstance", request, TerminateResponse.Parser, ct);

    public Task SuspendAsync(SuspendRequest request, CancellationToken ct) =>
        CallAsync("SuspendInstance", request, SuspendResponse.Parser, ct);

    public Task ResumeAsync(ResumeRequest request, CancellationToken ct) =>
        CallAsync("ResumeInstance", request, ResumeResponse.Parser, ct);

    public Task<PurgeInstancesResponse> PurgeAsync(PurgeInstancesRequest request, CancellationToken ct) =>
        CallAsync("PurgeInstances", request, PurgeInstancesResponse.Parser, ct);

    public Task<ListInstanceIDsResponse> ListAsync(ListInstanceIDsRequest request, CancellationToken ct) =>
        CallAsync("ListInstanceIDs", request, ListInstanceIDsResponse.Parser, ct);

    public Task<GetInstanceHistoryResponse> HistoryAsync(GetInstanceHistoryRequest request, CancellationToken ct) =>
        CallAsync("GetInstanceHistory", request, GetInstanceHistoryResponse.Parser, ct);

    public Task<RerunWorkflowFromEventResponse> RerunAsync(RerunWorkflowFromEventRequest request, CancellationToken ct) =>
        CallAsync("RerunWorkflowFromEvent", request, RerunWorkflowFromEventResponse.Parser, ct);

    /// <summary>Whether a call that ended so is worth making again. A sidecar that stops cancels what waits in it.</summary>
    public static bool IsTransient(GrpcStatus status) =>
        status is GrpcStatus.Unavailable or GrpcStatus.DeadlineExceeded or GrpcStatus.Cancelled;

    private static string Path(string method) => $"/TaskHubSidecarService/{method}";

    private Task<TResponse> CallAsync<TResponse>(string method, IMessage request, MessageParser<TResponse> parser, CancellationToken ct)
        where TResponse : class, IMessage<TResponse> =>
        sidecar.CallAsync(Path(method), request, parser, ct);
}
