using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf;

namespace Athene.Dapr.Grpc;

/// <summary>A gRPC client over HTTP/2: unary calls and server streams, uncompressed, with Dapr's API token.</summary>
internal sealed class GrpcConnection(Uri address, string? apiToken, HttpMessageInvoker http)
{
    private static readonly MediaTypeHeaderValue GrpcContentType = new("application/grpc");

    /// <summary>The largest message taken from a stream, in bytes: a history may be longer than what a sidecar lets us send.</summary>
    public const int MaxReceivedLength = 64 * 1024 * 1024;

    public Uri Address { get; } = address;

    /// <summary>One request, one answer; the method is a path such as <c>/TaskHubSidecarService/Hello</c>.</summary>
    /// <exception cref="GrpcException">The call ended with an error, or could not be made.</exception>
    public async Task<TResponse> CallAsync<TResponse>(
        string method, IMessage request, MessageParser<TResponse> parser, CancellationToken cancellationToken)
        where TResponse : class, IMessage<TResponse>
    {
        using var response = await SendAsync(method, request, cancellationToken);
        try
        {
            var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(cancellationToken));
            var message = await GrpcFrame.ReadAsync(reader, parser, MaxReceivedLength, cancellationToken);
            if (message is not null) await GrpcFrame.ReadAsync(reader, parser, MaxReceivedLength, cancellationToken);
            await reader.CompleteAsync();
            GrpcTrailers.ThrowUnlessOk(response);
            return message ?? throw new GrpcException(GrpcStatus.Internal, $"{method} ended without an answer.");
        }
        catch (Exception broken) when (IsTransport(broken))
        {
            throw Unreachable(broken);
        }
    }

    /// <summary>One request, answers until the server or the token ends the stream.</summary>
    /// <exception cref="GrpcException">The stream ended with an error, or could not be opened.</exception>
    public async IAsyncEnumerable<TItem> StreamAsync<TItem>(
        string method, IMessage request, MessageParser<TItem> parser, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TItem : class, IMessage<TItem>
    {
        using var response = await SendAsync(method, request, cancellationToken);
        var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await NextAsync(reader, parser, cancellationToken) is { } item)
            yield return item;

        await reader.CompleteAsync();
        GrpcTrailers.ThrowUnlessOk(response);
    }

    private async ValueTask<TItem?> NextAsync<TItem>(PipeReader reader, MessageParser<TItem> parser, CancellationToken cancellationToken)
        where TItem : class, IMessage<TItem>
    {
        try
        {
            return await GrpcFrame.ReadAsync(reader, parser, MaxReceivedLength, cancellationToken);
        }
        catch (Exception broken) when (IsTransport(broken))
        {
            throw Unreachable(broken);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string method, IMessage message, CancellationToken cancellationToken)
    {
        var size = message.CalculateSize();
        if (size > GrpcFrame.DefaultMaxMessageLength)
        {
            throw new GrpcException(
                GrpcStatus.ResourceExhausted,
                $"The message for {method} has {size} bytes, and a sidecar takes {GrpcFrame.DefaultMaxMessageLength}. Pass a reference instead of the content.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(GrpcFrame.Encode(message)) { Headers = { ContentType = GrpcContentType } },
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (apiToken is not null) request.Headers.TryAddWithoutValidation(DaprHeaders.ApiToken, apiToken);

        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw Unreachable(unreachable);
        }

        if (response.StatusCode == HttpStatusCode.OK) return response;
        using (response) throw GrpcTrailers.FromHttpStatus(response.StatusCode, method);
    }

    private static bool IsTransport(Exception exception) => exception is HttpRequestException or IOException;

    private GrpcException Unreachable(Exception cause) =>
        new(GrpcStatus.Unavailable, $"No connection to the Dapr sidecar at {Address}: {cause.Message}", cause);
}
