using Athene.Dapr.Protocol;
using Athene.Sidecar.Tests.Grpc;
using Google.Protobuf;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>Raw gRPC to the workflow service.</summary>
public sealed class TaskHubClient(int port) : IDisposable
{
    private readonly GrpcClient grpc = new(port, "TaskHubSidecarService");

    public Task<T> CallAsync<T>(string method, IMessage request, MessageParser<T> parser, string? traceParent = null)
        where T : class, IMessage<T> =>
        grpc.CallAsync(method, request, parser, traceParent is null ? [] : [("traceparent", traceParent)]);

    /// <summary>Opens the stream of a worker. Nothing comes back, not even headers, before there is work.</summary>
    public WorkStream OpenWork() => new(grpc.Http, grpc.Request("GetWorkItems", new GetWorkItemsRequest()));

    public void Dispose() => grpc.Dispose();
}
