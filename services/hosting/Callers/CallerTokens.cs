using System.Net;
using Athene.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Athene.Hosting.Callers;

/// <summary>Tells callers apart by the tokens they bring.</summary>
public sealed class CallerTokens(AtheneHome home, IConfiguration configuration)
{
    /// <summary>The environment variable with the token that the sidecar shows to its app.</summary>
    public const string AppTokenVariable = "APP_API_TOKEN";

    private const string SidecarHeader = "dapr-api-token";

    private const string Bearer = "Bearer ";

    private readonly Lazy<string> homeToken = new(() => HomeToken.ReadOrCreate(home));

    private readonly string? appToken = configuration[AppTokenVariable] is { Length: > 0 } token ? token : null;

    /// <summary>A bearer token decides alone, so that what an agent sends through the sidecar gains nothing from the sidecar's own token.</summary>
    public Caller Identify(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return OfBearer(authorization[Bearer.Length..].Trim());
        return IsSidecar(context) ? Caller.Sidecar : Caller.Unknown;
    }

    private Caller OfBearer(string token)
    {
        if (HomeToken.Matches(homeToken.Value, token)) return Caller.Owner;
        return HomeToken.SessionOf(homeToken.Value, token) is { } session ? Caller.Session(session) : Caller.Unknown;
    }

    private bool IsSidecar(HttpContext context) => appToken is null
        ? IsLocalProgram(context)
        : HomeToken.Matches(appToken, context.Request.Headers[SidecarHeader].ToString());

    // A Dapr without app tokens cannot prove itself, so any program of this machine is believed; a page in a browser is not.
    private static bool IsLocalProgram(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("Origin")
        && !context.Request.Headers.ContainsKey("Sec-Fetch-Site");
}
