using System.IO.Pipelines;
using System.Threading.Channels;
using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>A worker's open stream.</summary>
public sealed class WorkStream : IDisposable
{
    private readonly CancellationTokenSource closed = new();
    private readonly Channel<WorkItem> items = Channel.CreateUnbounded<WorkItem>();

    public WorkStream(HttpMessageInvoker http, HttpRequestMessage request) => Ended = ReadAsync(http, request);

    /// <summary>Completes when the stream ends, with the status that the sidecar gave, if it gave one.</summary>
    public Task<GrpcStatus?> Ended { get; }

    public async Task<WorkItem> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await items.Reader.ReadAsync(limit.Token);
    }

    /// <summary>The next item, or null when the stream has ended.</summary>
    public async Task<WorkItem?> NextOrEndAsync() => await items.Reader.WaitToReadAsync() && items.Reader.TryRead(out var item) ? item : null;

    public void Dispose() => closed.Cancel();

    private async Task<GrpcStatus?> ReadAsync(HttpMessageInvoker http, HttpRequestMessage request)
    {
        try
        {
            using var response = await http.SendAsync(request, closed.Token);
            var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(closed.Token));
            while (await GrpcFrame.ReadAsync(reader, WorkItem.Parser, int.MaxValue, closed.Token) is { } item) items.Writer.TryWrite(item);
            return Enum.Parse<GrpcStatus>(response.TrailingHeaders.GetValues("grpc-status").Single());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
        finally
        {
            items.Writer.TryComplete();
        }
    }
}
