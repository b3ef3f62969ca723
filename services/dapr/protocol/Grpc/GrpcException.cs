namespace Athene.Dapr.Protocol.Grpc;

/// <summary>A gRPC call that ended with a status other than <see cref="GrpcStatus.Ok"/>.</summary>
public sealed class GrpcException(GrpcStatus status, string message, Exception? inner = null) : Exception(message, inner)
{
    public GrpcStatus Status { get; } = status;
}
