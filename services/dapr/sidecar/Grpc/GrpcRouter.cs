using System.Collections.Frozen;
using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Grpc;

/// <summary>Answers every call on a gRPC port: finds its method, asks for the token, and ends the call with a status.</summary>
internal sealed partial class GrpcRouter(
    IEnumerable<IGrpcService> services, SidecarOptions options, IHostApplicationLifetime lifetime, ILogger<GrpcRouter> logger)
{
    private readonly FrozenDictionary<string, GrpcMethod> methods = services
        .SelectMany(service => service.Methods.Select(method => KeyValuePair.Create(service.Path + method.Key, method.Value)))
        .ToFrozenDictionary();

    public async Task InvokeAsync(HttpContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            GrpcCall.Begin(context);
            // The length of a message is limited where it is read, with a status that gRPC clients understand.
            BodyLimit.Set(context, null);
            if (!ApiTokenGate.IsAllowed(context.Request, options.ApiToken)) throw new GrpcException(GrpcStatus.Unauthenticated, "authentication error: api token mismatch");
            await MethodOf(context.Request)(context, stop.Token);
            await GrpcCall.EndAsync(context, GrpcStatus.Ok, "");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogCallerLeft(context.Request.Path);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await GrpcCall.EndAsync(context, GrpcStatus.Cancelled, "shutting down");
        }
        catch (GrpcException e)
        {
            await GrpcCall.EndAsync(context, e.Status, e.Message);
        }
        catch (DaprException e)
        {
            await GrpcCall.EndAsync(context, e.GrpcStatus, e.Message);
        }
        catch (Exception e) when (e is not IOException)
        {
            LogFailed(e, context.Request.Path);
            await GrpcCall.EndAsync(context, GrpcStatus.Internal, e.Message);
        }
    }

    private GrpcMethod MethodOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (methods.TryGetValue(path, out var method)) return method;
        if (request.Headers.ContainsKey("dapr-app-id"))
            throw Unimplemented($"{path} was not passed on: the embedded sidecar does not proxy gRPC calls to apps. Invoke the app over HTTP.");
        if (path.StartsWith(RuntimeService.ServicePath, StringComparison.Ordinal))
            throw Unimplemented($"{path[RuntimeService.ServicePath.Length..]} is not offered by the embedded sidecar; it takes Dapr itself.");
        throw Unimplemented($"unknown method {path}");
    }

    private static GrpcException Unimplemented(string message) => new(GrpcStatus.Unimplemented, message);
}
