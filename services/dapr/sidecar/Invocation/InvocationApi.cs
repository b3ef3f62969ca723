using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.Invocation;

/// <summary><c>/v1.0/invoke/{appId}/method/{path}</c>, and any path with the header <c>dapr-app-id</c>. Bodies stream both ways.</summary>
internal sealed class InvocationApi(AppInvoker invoker)
{
    private const string Prefix = "/v1.0/invoke/";
    private const string Method = "/method/";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/v1.0/invoke/{appId}/method/{**path}", InvokeByPathAsync);
        // Not the default pattern, which leaves out what looks like a file.
        routes.MapFallback("{**path}", InvokeByHeaderAsync);
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
        var callee = invoker.Callee(appId);

        // Whatever the size: the body is not kept here, it passes through.
        BodyLimit.Set(context, null);

        using var request = BuildRequest(context.Request, callee, target);
        using var response = await invoker.SendAsync(context.CallingApp(), callee, request, context.Hop(), context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Where(header => HopHeaders.Travels(header.Key)))
            context.Response.Headers[name] = values.ToArray();
        await CopyAsync(response, context);
    }

    private static HttpRequestMessage BuildRequest(HttpRequest incoming, HostedApp callee, string target)
    {
        var request = AppInvoker.Request(callee, incoming.Method, target);
        if (incoming.ContentLength > 0 || incoming.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(incoming.Body);
        else if (incoming.ContentLength == 0) request.Content = new ByteArrayContent([]);

        foreach (var (name, values) in incoming.Headers.Where(header => HopHeaders.Travels(header.Key)))
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        return request;
    }

    /// <summary>Hands on each piece as it comes, so that server-sent events arrive when they are sent.</summary>
    private static async Task CopyAsync(HttpResponseMessage response, HttpContext context)
    {
        await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        var writer = context.Response.BodyWriter;
        while (true)
        {
            var read = await ReadAsync(body, writer.GetMemory(), context);
            if (read == 0) return;
            writer.Advance(read);
            await writer.FlushAsync(context.RequestAborted);
        }
    }

    /// <summary>An app that breaks off: the caller is told while that is possible, and after that sees the connection end.</summary>
    private static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, HttpContext context)
    {
        try
        {
            return await body.ReadAsync(buffer, context.RequestAborted);
        }
        catch (IOException e) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            throw new DaprException(500, "ERR_DIRECT_INVOKE", $"failed to invoke: the app broke off its answer: {e.Message}");
        }
        catch (IOException)
        {
            context.Abort();
            return 0;
        }
    }
}
