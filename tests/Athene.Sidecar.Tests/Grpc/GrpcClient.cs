using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf;

namespace Athene.Sidecar.Tests.Grpc;

/// <summary>Raw gRPC to one service: what any SDK does, without an SDK.</summary>
/// <param name="service">The service's name with its package.</param>
public sealed class GrpcClient(int port, string service) : IDisposable
{
    /// <summary>Sends whatever a test has built.</summary>
    public HttpMessageInvoker Http { get; } = new(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null });

    /// <exception cref="GrpcException">The call ended with another status than OK.</exception>
    public async Task<T> CallAsync<T>(string method, IMessage request, MessageParser<T> parser, params IEnumerable<(string Name, string Value)> headers)
        where T : class, IMessage<T> =>
        (await SendAsync(method, request, parser, headers)).Message;

    /// <summary>The answer with its headers.</summary>
    /// <exception cref="GrpcException">The call ended with another status than OK.</exception>
    public async Task<(T Message, HttpResponseHeaders Headers)> SendAsync<T>(
        string method, IMessage request, MessageParser<T> parser, params IEnumerable<(string Name, string Value)> headers)
        where T : class, IMessage<T>
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var call = Request(method, request);
        foreach (var (name, value) in headers) call.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(call, limit.Token);
        var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(limit.Token));
        var message = await GrpcFrame.ReadAsync(reader, parser, int.MaxValue, limit.Token);
        // The trailers are there once the body has been read to its end.
        if (message is not null) (await GrpcFrame.ReadAsync(reader, parser, int.MaxValue, limit.Token)).ShouldBeNull();
        var status = Enum.Parse<GrpcStatus>(response.TrailingHeaders.GetValues("grpc-status").Single());
        if (status != GrpcStatus.Ok) throw new GrpcException(status, Uri.UnescapeDataString(response.TrailingHeaders.GetValues("grpc-message").Single()));
        return (message ?? throw new GrpcException(GrpcStatus.Internal, "no message"), response.Headers);
    }

    public HttpRequestMessage Request(string method, IMessage message)
    {
        var content = new ByteArrayContent(GrpcFrame.Encode(message));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        var request = new HttpRequestMessage(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{service}/{method}"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        return request;
    }

    public void Dispose() => Http.Dispose();
}
