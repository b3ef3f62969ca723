using System.Net;
using System.Net.Http.Headers;
using Athene.Dapr.Protocol.Grpc;

namespace Athene.Dapr.Grpc;

/// <summary>How a gRPC call ended, read from trailers or, for an answer of headers only, from the headers.</summary>
internal static class GrpcTrailers
{
    /// <exception cref="GrpcException">The call did not end with status 0.</exception>
    public static void ThrowUnlessOk(HttpResponseMessage response)
    {
        var trailers = Find(response.TrailingHeaders) is not null ? response.TrailingHeaders : (HttpHeaders)response.Headers;
        var status = Find(trailers) ?? throw new GrpcException(GrpcStatus.Unavailable, "The call was cut off: it ended without a status.");
        if (status != GrpcStatus.Ok) throw new GrpcException(status, Message(trailers) ?? $"{status}");
    }

    /// <summary>What gRPC says an HTTP error of something between client and server means.</summary>
    public static GrpcException FromHttpStatus(HttpStatusCode code, string method) => new(
        code switch
        {
            HttpStatusCode.Unauthorized => GrpcStatus.Unauthenticated,
            HttpStatusCode.Forbidden => GrpcStatus.PermissionDenied,
            HttpStatusCode.NotFound => GrpcStatus.Unimplemented,
            HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout => GrpcStatus.Unavailable,
            HttpStatusCode.BadRequest => GrpcStatus.Internal,
            _ => GrpcStatus.Unknown,
        },
        $"{method} was answered with HTTP {(int)code}.");

    private static GrpcStatus? Find(HttpHeaders headers) =>
        headers.TryGetValues("grpc-status", out var values) && int.TryParse(values.FirstOrDefault(), out var code)
            ? (GrpcStatus)code
            : null;

    private static string? Message(HttpHeaders headers) =>
        headers.TryGetValues("grpc-message", out var values) && values.FirstOrDefault() is { Length: > 0 } escaped
            ? Uri.UnescapeDataString(escaped)
            : null;
}
