using System.Globalization;
using System.Text;
using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;
using Google.Protobuf;

namespace Athene.Sidecar.Grpc;

/// <summary>The server's side of one gRPC call over Kestrel's HTTP/2: frames, headers, trailers.</summary>
internal static class GrpcCall
{
    private const string ContentType = "application/grpc";

    /// <summary>The one message of a call.</summary>
    public static async Task<T> ReadAsync<T>(HttpContext context, MessageParser<T> parser)
        where T : class, IMessage<T> =>
        await GrpcFrame.ReadAsync(context.Request.BodyReader, parser, context.CallingApp().MaxBodySize, context.RequestAborted)
        ?? throw new GrpcException(GrpcStatus.Internal, "The call carried no message.");

    /// <summary>Begins the answer; nothing is sent until the first message or the end.</summary>
    public static void Begin(HttpContext context) => context.Response.ContentType = ContentType;

    /// <summary>Shows the caller the hop that its call became.</summary>
    public static void AddTrace(HttpContext context) => context.Response.Headers["grpc-trace-bin"] = BinaryTrace(context.Hop().TraceParent);

    public static async Task WriteAsync(HttpContext context, IMessage message, CancellationToken cancellationToken)
    {
        await context.Response.BodyWriter.WriteAsync(GrpcFrame.Encode(message), cancellationToken);
    }

    /// <summary>Ends the call. Dapr sends errors as headers and then trailers, never as trailers alone.</summary>
    public static async Task EndAsync(HttpContext context, GrpcStatus status, string message)
    {
        if (!context.Response.HasStarted) await context.Response.StartAsync(context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", ((int)status).ToString(CultureInfo.InvariantCulture));
        context.Response.AppendTrailer("grpc-message", PercentEncode(message));
        await context.Response.CompleteAsync();
    }

    /// <summary>The binary trace context: version 0, then trace id, span id and flags, each behind its field number.</summary>
    private static string BinaryTrace(string traceParent)
    {
        byte[] bytes = [0, 0, .. Convert.FromHexString(traceParent.AsSpan(3, 32)), 1, .. Convert.FromHexString(traceParent.AsSpan(36, 16)), 2, .. Convert.FromHexString(traceParent.AsSpan(53, 2))];
        return Convert.ToBase64String(bytes).TrimEnd('=');
    }

    private static string PercentEncode(string message)
    {
        var text = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(message))
        {
            if (value is >= 0x20 and <= 0x7e and not (byte)'%') text.Append((char)value);
            else text.Append('%').Append(Convert.ToHexString([value]));
        }

        return text.ToString();
    }
}
