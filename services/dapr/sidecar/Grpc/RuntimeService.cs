using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Actors;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Invocation;
using Athene.Sidecar.PubSub;
using Athene.Sidecar.Secrets;
using Athene.Sidecar.State;

namespace Athene.Sidecar.Grpc;

/// <summary><c>/dapr.proto.runtime.v1.Dapr</c>: the building blocks over gRPC, each answered by the calls beside its HTTP API.</summary>
internal sealed class RuntimeService(
    StateCalls state, PublishCalls publish, InvocationCalls invocation, SecretCalls secrets, MetadataCalls metadata, ActorCalls actors) : IGrpcService
{
    public const string ServicePath = "/dapr.proto.runtime.v1.Dapr/";

    public string Path => ServicePath;

    public IReadOnlyDictionary<string, GrpcMethod> Methods { get; } = new Dictionary<string, GrpcMethod>(actors.Methods)
    {
        ["GetState"] = UnaryMethod.Of(GetStateRequest.Parser, state.Get),
        ["GetBulkState"] = UnaryMethod.Of(GetBulkStateRequest.Parser, state.GetMany),
        ["SaveState"] = UnaryMethod.Of(SaveStateRequest.Parser, state.Save),
        ["DeleteState"] = UnaryMethod.Of(DeleteStateRequest.Parser, state.Delete),
        ["DeleteBulkState"] = UnaryMethod.Of(DeleteBulkStateRequest.Parser, state.DeleteMany),
        ["ExecuteStateTransaction"] = UnaryMethod.Of(ExecuteStateTransactionRequest.Parser, state.Transact),
        ["PublishEvent"] = UnaryMethod.Of(PublishEventRequest.Parser, publish.PublishAsync),
        ["BulkPublishEvent"] = UnaryMethod.Of(BulkPublishRequest.Parser, publish.PublishManyAsync),
        ["BulkPublishEventAlpha1"] = UnaryMethod.Of(BulkPublishRequest.Parser, publish.PublishManyAsync),
        // Not cut short by a stop: the callee is at work, and its answer belongs to the caller.
        ["InvokeService"] = UnaryMethod.Of(InvokeServiceRequest.Parser, (context, request, _) => invocation.InvokeAsync(context, request, context.RequestAborted)),
        ["GetSecret"] = UnaryMethod.Of(GetSecretRequest.Parser, secrets.Get),
        ["GetBulkSecret"] = UnaryMethod.Of(GetBulkSecretRequest.Parser, secrets.GetAll),
        ["GetMetadata"] = UnaryMethod.Of(GetMetadataRequest.Parser, metadata.Get),
        ["SetMetadata"] = UnaryMethod.Of(SetMetadataRequest.Parser, MetadataCalls.Set),
        ["Shutdown"] = UnaryMethod.Of(ShutdownRequest.Parser, metadata.Shutdown),
    };
}
