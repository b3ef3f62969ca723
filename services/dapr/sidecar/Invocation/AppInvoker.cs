using System.Net;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.Invocation;

/// <summary>Calls one app on behalf of another. Both APIs end here.</summary>
internal sealed partial class AppInvoker(AppTable apps, AppChannel channel, ResourceSet resources, TimeProvider clock, ILogger<AppInvoker> logger)
{
    /// <exception cref="DaprException">There is no such app, it serves nothing, or it is not healthy.</exception>
    public HostedApp Callee(string appId) => apps.Find(appId) switch
    {
        { HasChannel: true, IsHealthy: true } callee => callee,
        { HasChannel: true } callee => throw Failed(callee, "rpc error: code = Internal desc = app is not in a healthy state"),
        _ => throw new DaprException(500, "ERR_DIRECT_INVOKE", $"failed to invoke, id: {appId}, err: no host found with the given ID"),
    };

    /// <summary>A request for <paramref name="target"/>, an escaped path with its query.</summary>
    public static HttpRequestMessage Request(HostedApp callee, string method, string target)
    {
        // Two steps: an escaped slash can hide a dot segment, which must not climb out of the app's root unseen.
        var address = new Uri(callee.Address, new Uri(callee.Address, target).PathAndQuery.Replace("..%2F", "../", StringComparison.OrdinalIgnoreCase));
        return new HttpRequestMessage(new HttpMethod(method), address) { Version = HttpVersion.Version11 };
    }

    /// <summary>
    /// Sends <paramref name="request"/> with its trace and, to another app, its caller, as often as a Resiliency file says; the body of the answer,
    /// the last one if none was a success, has not been read yet.
    /// </summary>
    /// <exception cref="DaprException">The app does not answer, or the body is too large to be kept for another try.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HostedApp caller, HostedApp callee, HttpRequestMessage request, TraceHop hop, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Traceparent", caller == callee ? hop.TraceParent : TraceHop.Child(hop.TraceParent));
        if (hop.TraceState.Length > 0) request.Headers.TryAddWithoutValidation("Tracestate", hop.TraceState);
        if (caller != callee) AddCaller(request, caller, callee);
        var policy = resources.Invocation(callee.Id, caller.Id);
        if (policy.Retry.Repeats && request.Content is { } content) await KeepAsync(content, caller, callee, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var (response, failure) = await TryAsync(callee, request, policy.Timeout, cancellationToken);
            if (response is not null && !policy.Retry.IsFailure((int)response.StatusCode)) return response;
            if (policy.Retry.PauseBefore(attempt) is not { } pause) return response ?? throw failure!;
            LogRetried(callee.Id, attempt, response is null ? failure!.Message : $"status {(int)response.StatusCode}", pause);
            response?.Dispose();
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    /// <summary>The answer, or why there is none.</summary>
    private async Task<(HttpResponseMessage? Response, DaprException? Failure)> TryAsync(
        HostedApp callee, HttpRequestMessage request, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout is { } patience) limit.CancelAfter(patience);
        try
        {
            return (await channel.SendAsync(callee, request, limit.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Failed(callee, "context deadline exceeded"));
        }
        catch (HttpRequestException e)
        {
            return (null, Failed(callee, $"error invoking app channel: {e.Message}"));
        }
    }

    /// <summary>Reads the body, which comes only once, so that it can be sent again.</summary>
    private static async Task KeepAsync(HttpContent content, HostedApp caller, HostedApp callee, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(caller.MaxBodySize, cancellationToken);
        }
        catch (HttpRequestException)
        {
            throw Failed(callee, DaprErrors.TooLarge);
        }
    }

    private static DaprException Failed(HostedApp callee, string reason) => new(500, "ERR_DIRECT_INVOKE", $"failed to invoke, id: {callee.Id}, err: {reason}");

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

    [LoggerMessage(LogLevel.Information, "Call of {AppId} failed (attempt {Attempt}, {Reason}); next try in {Pause}")]
    private partial void LogRetried(string appId, int attempt, string reason, TimeSpan pause);
}
