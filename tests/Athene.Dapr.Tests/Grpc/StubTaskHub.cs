using System.IO.Pipelines;
using System.Threading.Channels;
using Athene.Dapr.Grpc;
using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Athene.Dapr.Tests.Grpc;

/// <summary>The other end of the workflow protocol: hands out the work it is given, and keeps what it is told.</summary>
internal sealed class StubTaskHub : IAsyncDisposable
{
    private LocalServer server = null!;

    /// <summary>What the next streams hand out; null ends a stream.</summary>
    public Channel<WorkItem?> Work { get; } = Channel.CreateUnbounded<WorkItem?>();

    /// <summary>What came in, by method.</summary>
    public Channel<(string Method, IMessage Message)> Received { get; } = Channel.CreateUnbounded<(string, IMessage)>();

    public string? Token { get; private set; }

    /// <summary>How calls other than the stream of work are answered.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context => WriteAsync(context, new CompleteTaskResponse());

    public GrpcConnection Connection => new(server.Address, "secret", SidecarConnections.Invoker);

    public static async Task<StubTaskHub> StartAsync(int port = 0)
    {
        var stub = new StubTaskHub();
        stub.server = await LocalServer.StartAsync(application => application.Run(stub.HandleAsync), HttpProtocols.Http2, port);
        return stub;
    }

    public async Task<T> NextAsync<T>() where T : IMessage
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if ((await Received.Reader.ReadAsync(limit.Token)).Message is T message) return message;
        }
    }

    public static async Task WriteAsync(HttpContext context, IMessage message)
    {
        await context.Response.Body.WriteAsync(GrpcFrame.Encode(message));
        End(context, GrpcStatus.Ok, "");
    }

    public static void End(HttpContext context, GrpcStatus status, string message)
    {
        context.Response.AppendTrailer("grpc-status", $"{(int)status}");
        context.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Token = context.Request.Headers["dapr-api-token"];
        context.Response.ContentType = "application/grpc";
        var method = context.Request.Path.Value!.Split('/')[^1];
        Received.Writer.TryWrite((method, await ReadAsync(method, context)));
        if (method == "GetWorkItems") await StreamAsync(context);
        else await Answer(context);
    }

    private async Task StreamAsync(HttpContext context)
    {
        await context.Response.StartAsync();
        while (await Work.Reader.ReadAsync(context.RequestAborted) is { } item)
        {
            await context.Response.Body.WriteAsync(GrpcFrame.Encode(item), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        End(context, GrpcStatus.Cancelled, "shutting down");
    }

    private static async Task<IMessage> ReadAsync(string method, HttpContext context)
    {
        var reader = PipeReader.Create(context.Request.Body);
        return method switch
        {
            "CompleteOrchestratorTask" => (await GrpcFrame.ReadAsync(reader, WorkflowResponse.Parser, int.MaxValue, context.RequestAborted))!,
            "CompleteActivityTask" => (await GrpcFrame.ReadAsync(reader, ActivityResponse.Parser, int.MaxValue, context.RequestAborted))!,
            "GetWorkItems" => (await GrpcFrame.ReadAsync(reader, GetWorkItemsRequest.Parser, int.MaxValue, context.RequestAborted))!,
            _ => (await GrpcFrame.ReadAsync(reader, Empty.Parser, int.MaxValue, context.RequestAborted))!,
        };
    }
}
