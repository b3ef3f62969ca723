using Google.Protobuf;

namespace Athene.Sidecar.Grpc;

/// <summary>Methods with one request and one answer.</summary>
internal static class UnaryMethod
{
    public static GrpcMethod Of<TRequest, TResponse>(MessageParser<TRequest> parser, Func<HttpContext, TRequest, TResponse> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : IMessage =>
        Of(parser, (context, request, _) => Task.FromResult(answer(context, request)));

    public static GrpcMethod Of<TRequest, TResponse>(
        MessageParser<TRequest> parser, Func<HttpContext, TRequest, CancellationToken, Task<TResponse>> answer)
        where TRequest : class, IMessage<TRequest>
        where TResponse : IMessage =>
        async (context, stop) =>
        {
            GrpcCall.AddTrace(context);
            var request = await GrpcCall.ReadAsync(context, parser);
            // What was done is told, even when the sidecar has begun to stop.
            await GrpcCall.WriteAsync(context, await answer(context, request, stop), context.RequestAborted);
        };
}
