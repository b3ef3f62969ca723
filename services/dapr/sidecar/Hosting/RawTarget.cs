using Microsoft.AspNetCore.Http.Features;

namespace Athene.Sidecar.Hosting;

/// <summary>The request's path as it was sent: routing decodes everything but <c>%2F</c>, and a state key may hold a slash.</summary>
internal static class RawTarget
{
    /// <summary>The unescaped path segment at <paramref name="index"/> (<c>/v1.0/state/store/key</c>: the key is 3).</summary>
    public static string Segment(HttpContext context, int index)
    {
        var segments = Path(context).TrimStart('/').Split('/');
        return index < segments.Length ? Uri.UnescapeDataString(segments[index]) : "";
    }

    /// <summary>The path without the query, still escaped.</summary>
    public static string Path(HttpContext context) => Target(context).Split('?', 2)[0];

    /// <summary>Path and query, still escaped.</summary>
    public static string Target(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        // A client that takes the sidecar for a proxy sends the whole address.
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || target.StartsWith('/')) return target;
        var path = target.IndexOf('/', scheme + "://".Length);
        return path < 0 ? "/" : target[path..];
    }
}
