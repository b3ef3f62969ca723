namespace Athene.Sidecar.Hosting;

internal static class CallingEndpointContext
{
    public static CallingEndpoint Endpoint(this HttpContext context) => context.Features.Get<CallingEndpoint>()
        ?? throw new InvalidOperationException("The request came in on a port that belongs to no app.");

    /// <summary>The app whose port this request came in on.</summary>
    public static HostedApp CallingApp(this HttpContext context) => context.Endpoint().App;
}
