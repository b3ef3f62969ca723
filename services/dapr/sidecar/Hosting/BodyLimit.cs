using Microsoft.AspNetCore.Http.Features;

namespace Athene.Sidecar.Hosting;

/// <summary>Limits the bodies of the HTTP API to what the calling app may send. Invocations lift the limit again: their bodies pass through.</summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        Set(context, context.CallingApp().MaxBodySize);
        return next(context);
    }

    /// <summary>Null for no limit.</summary>
    public static void Set(HttpContext context, int? bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = bytes;
    }
}
