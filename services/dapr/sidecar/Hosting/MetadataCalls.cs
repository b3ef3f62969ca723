using Athene.Dapr.Protocol.Runtime;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Hosting;

/// <summary>The methods of the Dapr gRPC service that are about the sidecar itself.</summary>
internal sealed class MetadataCalls(SidecarMetadata metadata, IHostApplicationLifetime lifetime)
{
    public GetMetadataResponse Get(HttpContext context, GetMetadataRequest request) => metadata.Of(context.CallingApp());

    public static Empty Set(HttpContext context, SetMetadataRequest request)
    {
        context.CallingApp().Labels[request.Key] = request.Value;
        return new Empty();
    }

    public Empty Shutdown(HttpContext context, ShutdownRequest request)
    {
        lifetime.StopAfter(context.Response);
        return new Empty();
    }
}
