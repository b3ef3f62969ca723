using Athene.Contracts.Events;
using Athene.Contracts.Notifications;
using Athene.Notifier.Delivery;

namespace Athene.Notifier.Api;

/// <summary>What the other services want people to hear.</summary>
internal static class NotificationTopic
{
    public static void MapNotificationTopic(this IEndpointRouteBuilder app) => app
        .MapPost("/events/notification", (Notification notification, Intake intake, CancellationToken token) => intake.AcceptAsync(notification, token))
        .WithTopic(new TopicOptions
        {
            PubsubName = Topics.PubSub,
            Name = Topics.Notifications,
            DeadLetterTopic = Topics.NotificationsDead,
        });
}
