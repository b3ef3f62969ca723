namespace Athene.Notifier.Routing;

/// <summary>Says at start what of the configured routes leads nowhere.</summary>
public sealed partial class RouteCheck(Routes routes, ILogger<RouteCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var complaint in routes.Complaints()) LogComplaint(complaint);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
