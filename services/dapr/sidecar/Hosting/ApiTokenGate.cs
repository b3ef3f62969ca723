using System.Security.Cryptography;
using System.Text;

namespace Athene.Sidecar.Hosting;

/// <summary>Asks for <c>DAPR_API_TOKEN</c> on the HTTP ports, everywhere but on the health paths.</summary>
internal sealed class ApiTokenGate(RequestDelegate next, SidecarOptions options)
{
    public const string Header = "dapr-api-token";

    private static readonly byte[] Refusal = "invalid api token\n"u8.ToArray();

    public Task InvokeAsync(HttpContext context)
    {
        if (IsAllowed(context.Request, options.ApiToken) || context.Request.Path.StartsWithSegments("/v1.0/healthz")) return next(context);
        context.Response.StatusCode = 401;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteBodyAsync("text/plain; charset=utf-8", Refusal);
    }

    public static bool IsAllowed(HttpRequest request, string? token) =>
        token is null || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(request.Headers[Header].ToString()));
}
