using System.Text.Json.Nodes;
using Athene.Dapr.Protocol.Grpc;

namespace Athene.Sidecar.Hosting;

/// <summary>A request that ends with one of Dapr's errors: over HTTP a status and <c>{ errorCode, message, details? }</c>, over gRPC a status.</summary>
internal sealed class DaprException(int status, string errorCode, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string ErrorCode { get; } = errorCode;

    public IReadOnlyList<JsonObject> Details { get; init; } = [];

    /// <summary>What a caller over gRPC is told; given only where it does not follow from <see cref="Status"/>.</summary>
    public GrpcStatus GrpcStatus { get; init; } = status switch
    {
        403 => GrpcStatus.PermissionDenied,
        409 => GrpcStatus.Aborted,
        >= 500 => GrpcStatus.Internal,
        _ => GrpcStatus.InvalidArgument,
    };

    public static DaprException Malformed(string message) => new(400, "ERR_MALFORMED_REQUEST", message);

    /// <summary>Dapr takes every path it does not know for an invocation that names no app.</summary>
    public static DaprException UnknownPath() =>
        new(404, "ERR_DIRECT_INVOKE", "failed getting app id either from the URL path or the header dapr-app-id");
}
