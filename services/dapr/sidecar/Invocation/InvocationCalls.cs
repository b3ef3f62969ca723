using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Invocation;

/// <summary><c>InvokeService</c> of the Dapr gRPC service: the call goes to the app over HTTP, as with any app that speaks HTTP.</summary>
internal sealed class InvocationCalls(AppInvoker invoker)
{
    /// <summary>Where the caller finds the status that the app gave.</summary>
    private const string StatusHeader = "dapr-http-status";

    /// <exception cref="GrpcException">The app answered with something else than 2xx, or the request names no verb.</exception>
    public async Task<InvokeResponse> InvokeAsync(HttpContext context, InvokeServiceRequest call, CancellationToken cancellationToken)
    {
        var callee = invoker.Callee(call.Id);
        using var request = BuildRequest(context.Request, callee, call.Message ?? new InvokeRequest());
        using var response = await invoker.SendAsync(context.CallingApp(), callee, request, context.Hop(), cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        context.Response.Headers[StatusHeader] = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (!response.IsSuccessStatusCode) throw new GrpcException(StatusOf(response.StatusCode), response.ReasonPhrase ?? "");
        return new InvokeResponse
        {
            ContentType = response.Content.Headers.ContentType?.ToString() ?? "",
            Data = new Any { Value = UnsafeByteOperations.UnsafeWrap(body) },
        };
    }

    private static HttpRequestMessage BuildRequest(HttpRequest incoming, HostedApp callee, InvokeRequest call)
    {
        var verb = call.HttpExtension?.Verb ?? throw new GrpcException(GrpcStatus.InvalidArgument, "missing HTTP extension field");
        if (verb is HTTPExtension.Types.Verb.None or HTTPExtension.Types.Verb.Connect) throw new GrpcException(GrpcStatus.InvalidArgument, "invalid HTTP verb");
        var query = call.HttpExtension.Querystring;
        var target = call.Method.TrimStart('/') + (query.Length > 0 ? $"?{query}" : "");
        var request = AppInvoker.Request(callee, verb.ToString().ToUpperInvariant(), target);
        if (call.Data is { } data) request.Content = new ReadOnlyMemoryContent(data.Value.Memory);
        if (MediaTypeHeaderValue.TryParse(call.ContentType, out var contentType)) request.Content?.Headers.ContentType = contentType;
        foreach (var (name, values) in incoming.Headers.Where(header => IsOfTheCaller(header.Key)))
            request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        return request;
    }

    /// <summary>Whether a header came from the caller's code, and not from gRPC itself.</summary>
    private static bool IsOfTheCaller(string header) =>
        HopHeaders.Travels(header) && !header.StartsWith("grpc-", StringComparison.OrdinalIgnoreCase)
        && !header.StartsWith("content-", StringComparison.OrdinalIgnoreCase) && header is not ("User-Agent" or "Accept-Encoding");

    private static GrpcStatus StatusOf(HttpStatusCode code) => code switch
    {
        HttpStatusCode.BadRequest => GrpcStatus.Internal,
        HttpStatusCode.Unauthorized => GrpcStatus.Unauthenticated,
        HttpStatusCode.Forbidden => GrpcStatus.PermissionDenied,
        HttpStatusCode.NotFound => GrpcStatus.NotFound,
        HttpStatusCode.RequestTimeout => GrpcStatus.Cancelled,
        HttpStatusCode.Conflict => GrpcStatus.AlreadyExists,
        HttpStatusCode.TooManyRequests => GrpcStatus.ResourceExhausted,
        HttpStatusCode.NotImplemented => GrpcStatus.Unimplemented,
        HttpStatusCode.ServiceUnavailable => GrpcStatus.Unavailable,
        HttpStatusCode.GatewayTimeout => GrpcStatus.DeadlineExceeded,
        _ => GrpcStatus.Unknown,
    };
}
