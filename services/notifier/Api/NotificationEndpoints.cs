using Athene.Contracts.Events;
using Athene.Contracts.Notifications;
using Athene.Notifier.Delivery;

namespace Athene.Notifier.Api;

/// <summary>What the other services want people to hear.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app) => app.MapPost("/events/notification", DeliverAsync).WithTopic(new TopicOptions
    {
        PubsubName = Topics.PubSub,
        Name = Topics.Notifications,
        DeadLetterTopic = Topics.NotificationsDead,
    });

    private static async Task<IResult> DeliverAsync(Notification notification, Courier courier, CancellationToken token) =>
        await courier.DeliverAsync(notification, token) ? Results.Ok() : Results.Ok(new { status = "RETRY" });
}
