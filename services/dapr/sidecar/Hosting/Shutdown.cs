namespace Athene.Sidecar.Hosting;

internal static class Shutdown
{
    /// <summary>Stops the sidecar once the caller has its answer.</summary>
    public static void StopAfter(this IHostApplicationLifetime lifetime, HttpResponse response) => response.OnCompleted(() =>
    {
        lifetime.StopApplication();
        return Task.CompletedTask;
    });
}
