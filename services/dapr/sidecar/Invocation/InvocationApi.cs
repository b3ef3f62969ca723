using System.Net;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;
using Microsoft.AspNetCore.Http.Features;

namespace Athene.Sidecar.Invocation;

/// <summary><c>/v1.0/invoke/{appId}/method/{path}</c>, and any path with the header <c>dapr-app-id</c>. Bodies stream both ways.</summary>
internal sealed class InvocationApi(AppTable apps, AppChannel channel)
{
    private const string Prefix = "/v1.0/invoke/";
    private const string Method = "/method/";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/v1.0/invoke/{appId}/method/{**path}", InvokeByPathAsync);
        routes.MapFallback(InvokeByHeaderAsync);
    }

    private Task InvokeByPathAsync(HttpContext context)
    {
        var target = RawTarget.Target(context);
        var method = target.IndexOf(Method, Prefix.Length, StringComparison.Ordinal);
        if (method < 0) return InvokeAsync(context, Uri.UnescapeDataString(target[Prefix.Length..].Split('/')[0]), "");
        return InvokeAsync(context, Uri.UnescapeDataString(target[Prefix.Length..method]), target[(method + Method.Length)..]);
    }

    private Task InvokeByHeaderAsync(HttpContext context)
    {
        var appId = context.Request.Headers["dapr-app-id"].ToString();
        if (appId.Length == 0) throw DaprException.UnknownPath();
        return InvokeAsync(context, appId, RawTarget.Target(context).TrimStart('/'));
    }

    private async Task InvokeAsync(HttpContext context, string appId, string target)
    {
        var caller = context.CallingApp();
        if (apps.Find(appId) is not { HasChannel: true } callee)
            throw new DaprException(500, "ERR_DIRECT_INVOKE", $"failed to invoke, id: {appId}, err: no host found with the given ID");

        // Whatever the size: the body is not kept here, it passes through.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;

        using var request = BuildRequest(context, caller, callee, target);
        using var response = await SendAsync(context, callee, request);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Where(header => HopHeaders.Travels(header.Key)))
            context.Response.Headers[name] = values.ToArray();
        await CopyAsync(response, context);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContext context, HostedApp callee, HttpRequestMessage request)
    {
        try
        {
            return await channel.SendAsync(callee, request, context.RequestAborted);
        }
        catch (HttpRequestException e)
        {
            throw new DaprException(500, "ERR_DIRECT_INVOKE", $"failed to invoke, id: {callee.Id}, err: error invoking app channel: {e.Message}");
        }
    }

    private static HttpRequestMessage BuildRequest(HttpContext context, HostedApp caller, HostedApp callee, string target)
    {
        var incoming = context.Request;
        // Two steps: an escaped slash can hide a dot segment, which must not climb out of the app's root unseen.
        var address = new Uri(callee.Address, new Uri(callee.Address, target).PathAndQuery.Replace("..%2F", "../", StringComparison.OrdinalIgnoreCase));
        var request = new HttpRequestMessage(new HttpMethod(incoming.Method), address) { Version = HttpVersion.Version11 };
        if (incoming.ContentLength > 0 || incoming.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(incoming.Body);
        else if (incoming.ContentLength == 0) request.Content = new ByteArrayContent([]);

        foreach (var (name, values) in incoming.Headers.Where(header => HopHeaders.Travels(header.Key)))
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);

        var hop = context.Hop();
        request.Headers.TryAddWithoutValidation("Traceparent", caller == callee ? hop.TraceParent : TraceHop.Child(hop.TraceParent));
        if (hop.TraceState.Length > 0) request.Headers.TryAddWithoutValidation("Tracestate", hop.TraceState);
        if (caller != callee) AddCaller(request, caller, callee);
        return request;
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

    /// <summary>Hands on each piece as it comes, so that server-sent events arrive when they are sent.</summary>
    private static async Task CopyAsync(HttpResponseMessage response, HttpContext context)
    {
        await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        var writer = context.Response.BodyWriter;
        while (true)
        {
            var read = await body.ReadAsync(writer.GetMemory(), context.RequestAborted);
            if (read == 0) return;
            writer.Advance(read);
            await writer.FlushAsync(context.RequestAborted);
        }
    }
}
