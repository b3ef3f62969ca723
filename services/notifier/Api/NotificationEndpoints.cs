using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;
using Athene.Notifier.Delivery;
using Athene.Notifier.Reporting;

namespace Athene.Notifier.Api;

/// <summary>What was told, what was not, and by whom, over HTTP. For the owner and the other services; no agent's token opens it.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        var notifications = app.MapGroup("/v1/notifications");
        notifications.MapGet("", (int? limit, string? to, bool? failed, Board board, NotifierCatalog catalog, CancellationToken token) =>
            board.ListAsync(Math.Clamp(limit ?? LimitOf(catalog), 1, DashboardSettings.Most), to, failed ?? false, token));
        notifications.MapPost("/{id}/retry", (string id, RetryRequest? request, Retries retries, CancellationToken token) =>
            retries.RetryAsync(id, request ?? new RetryRequest(), token));
        notifications.MapPost("/test", (TrialRequest? request, Trials trials, CancellationToken token) => trials.RunAsync(request ?? new TrialRequest(), token));
        app.MapGet("/v1/notifiers", DescribeAsync);
    }

    // With probe=true those that can be asked are asked once more, which may take seconds.
    private static async Task<NotifierList> DescribeAsync(bool? probe, NotifierHealth health, CancellationToken cancellationToken)
    {
        if (probe is true) await health.CheckAsync(cancellationToken);
        return await health.DescribeAsync(cancellationToken);
    }

    private static int LimitOf(NotifierCatalog catalog) => catalog.All.Select(notifier => notifier.Settings).OfType<DashboardSettings>().First().Limit;
}
