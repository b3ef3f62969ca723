using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Threading.Channels;
using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>Raw gRPC to the workflow service: what any SDK does, without an SDK.</summary>
public sealed class TaskHubClient(int port) : IDisposable
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null });

    public async Task<T> CallAsync<T>(string method, IMessage request, MessageParser<T> parser, string? traceParent = null)
        where T : class, IMessage<T>
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var call = Request(method, request);
        if (traceParent is not null) call.Headers.TryAddWithoutValidation("traceparent", traceParent);
        using var response = await http.SendAsync(call, limit.Token);
        var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(limit.Token));
        var message = await GrpcFrame.ReadAsync(reader, parser, int.MaxValue, limit.Token);
        // The trailers are there once the body has been read to its end.
        if (message is not null) (await GrpcFrame.ReadAsync(reader, parser, int.MaxValue, limit.Token)).ShouldBeNull();
        var status = Enum.Parse<GrpcStatus>(response.TrailingHeaders.GetValues("grpc-status").Single());
        if (status != GrpcStatus.Ok) throw new GrpcException(status, Uri.UnescapeDataString(response.TrailingHeaders.GetValues("grpc-message").Single()));
        return message ?? throw new GrpcException(GrpcStatus.Internal, "no message");
    }

    /// <summary>Opens the stream of a worker. Nothing comes back, not even headers, before there is work.</summary>
    public WorkStream OpenWork() => new(http, Request("GetWorkItems", new GetWorkItemsRequest()));

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(string method, IMessage message)
    {
        var content = new ByteArrayContent(GrpcFrame.Encode(message));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        var request = new HttpRequestMessage(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/TaskHubSidecarService/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        return request;
    }
}
