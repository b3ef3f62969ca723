namespace Athene.Sidecar.Tracing;

internal static class TraceHopContext
{
    /// <summary>This request's hop; made on first use, and shown to the caller in the answer's <c>Traceparent</c>.</summary>
    public static TraceHop Hop(this HttpContext context)
    {
        if (context.Features.Get<TraceHop>() is { } known) return known;
        var hop = TraceHop.From(context.Request);
        context.Features.Set(hop);
        return hop;
    }
}
