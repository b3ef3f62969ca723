namespace Athene.Sidecar.Hosting;

/// <summary><c>/v1.0/healthz</c>: 204 once the app is there. <c>/outbound</c>: 204 as soon as the sidecar itself is.</summary>
internal static class HealthApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/healthz", Answer);
        routes.MapGet("/v1.0/healthz/outbound", context =>
        {
            // Whoever started this sidecar tells it from another one by its run.
            if (Environment.GetEnvironmentVariable("ATHENE_RUN") is { Length: > 0 } run) context.Response.Headers["Athene-Run"] = run;
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
    }

    private static Task Answer(HttpContext context)
    {
        var app = context.CallingApp();
        var asked = context.Request.Query["appid"].ToString();
        if (asked.Length > 0 && asked != app.Id) throw new DaprException(500, "ERR_HEALTH_APPID_NOT_MATCH", "dapr app-id does not match");
        if (app is { HasChannel: true, IsReady: false }) throw new DaprException(500, "ERR_HEALTH_NOT_READY", "dapr is not ready");
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
