using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Tests.Grpc;

/// <summary>Raw gRPC to Dapr's own service.</summary>
public sealed class RuntimeClient : IAsyncDisposable
{
    private readonly GrpcClient grpc;

    private RuntimeClient(GrpcClient grpc) => this.grpc = grpc;

    public static RuntimeClient Of(SidecarHost host) => new(new GrpcClient(host.App.GrpcPort, "dapr.proto.runtime.v1.Dapr"));

    public Task<T> CallAsync<T>(string method, IMessage request, MessageParser<T> parser, params IEnumerable<(string Name, string Value)> headers)
        where T : class, IMessage<T> =>
        grpc.CallAsync(method, request, parser, headers);

    /// <summary>Makes a call that answers nothing.</summary>
    public Task DoAsync(string method, IMessage request, params IEnumerable<(string Name, string Value)> headers) =>
        CallAsync(method, request, Empty.Parser, headers);

    /// <summary>How a call is refused.</summary>
    public async Task<(GrpcStatus Status, string Message)> RefusalAsync(
        string method, IMessage request, params IEnumerable<(string Name, string Value)> headers)
    {
        var refusal = await Should.ThrowAsync<GrpcException>(() => DoAsync(method, request, headers));
        return (refusal.Status, refusal.Message);
    }

    public ValueTask DisposeAsync()
    {
        grpc.Dispose();
        return ValueTask.CompletedTask;
    }
}
