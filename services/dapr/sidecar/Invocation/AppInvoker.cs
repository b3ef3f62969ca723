using System.Net;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.Invocation;

/// <summary>Calls one app on behalf of another. Both APIs end here.</summary>
internal sealed class AppInvoker(AppTable apps, AppChannel channel, ResourceSet resources)
{
    /// <exception cref="DaprException">There is no such app, it serves nothing, or it is not healthy.</exception>
    public HostedApp Callee(string appId) => apps.Find(appId) switch
    {
        { HasChannel: true, IsHealthy: true } callee => callee,
        { HasChannel: true } => throw new DaprException(500, "ERR_DIRECT_INVOKE", $"failed to invoke, id: {appId}, err: rpc error: code = Internal desc = app is not in a healthy state"),
        _ => throw new DaprException(500, "ERR_DIRECT_INVOKE", $"failed to invoke, id: {appId}, err: no host found with the given ID"),
    };

    /// <summary>A request for <paramref name="target"/>, an escaped path with its query.</summary>
    public static HttpRequestMessage Request(HostedApp callee, string method, string target)
    {
        // Two steps: an escaped slash can hide a dot segment, which must not climb out of the app's root unseen.
        var address = new Uri(callee.Address, new Uri(callee.Address, target).PathAndQuery.Replace("..%2F", "../", StringComparison.OrdinalIgnoreCase));
        return new HttpRequestMessage(new HttpMethod(method), address) { Version = HttpVersion.Version11 };
    }

    /// <summary>Sends <paramref name="request"/> with its trace and, to another app, its caller; the answer's body has not been read yet.</summary>
    /// <exception cref="DaprException">The app does not answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HostedApp caller, HostedApp callee, HttpRequestMessage request, TraceHop hop, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Traceparent", caller == callee ? hop.TraceParent : TraceHop.Child(hop.TraceParent));
        if (hop.TraceState.Length > 0) request.Headers.TryAddWithoutValidation("Tracestate", hop.TraceState);
        if (caller != callee) AddCaller(request, caller, callee);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (resources.Invocation(callee.Id, caller.Id).Timeout is { } timeout) limit.CancelAfter(timeout);
        try
        {
            return await channel.SendAsync(callee, request, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DaprException(500, "ERR_DIRECT_INVOKE", $"failed to invoke, id: {callee.Id}, err: context deadline exceeded");
        }
        catch (HttpRequestException e)
        {
            throw new DaprException(500, "ERR_DIRECT_INVOKE", $"failed to invoke, id: {callee.Id}, err: error invoking app channel: {e.Message}");
        }
    }

    private static void AddCaller(HttpRequestMessage request, HostedApp caller, HostedApp callee)
    {
        var headers = request.Headers;
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
        [
            ("Dapr-Caller-App-Id", caller.Id), ("Dapr-Callee-App-Id", callee.Id), ("Dapr-Caller-Namespace", "default"),
            ("Forwarded", "for=127.0.0.1;by=127.0.0.1;host=localhost"), ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "localhost"),
        ])
        {
            // An app must not be able to pose as another one.
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
