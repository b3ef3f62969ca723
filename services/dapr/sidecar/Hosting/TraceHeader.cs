using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.Hosting;

/// <summary>Shows callers of the HTTP API the hop that their request became.</summary>
internal sealed class TraceHeader(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v1.0/healthz"))
        {
            var hop = context.Hop();
            context.Response.Headers.TraceParent = hop.TraceParent;
            if (hop.TraceState.Length > 0) context.Response.Headers.TraceState = hop.TraceState;
        }

        return next(context);
    }
}
