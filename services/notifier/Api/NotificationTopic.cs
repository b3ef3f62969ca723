using Athene.Contracts.Events;
using Athene.Contracts.Notifications;
using Athene.Notifier.Delivery;

namespace Athene.Notifier.Api;

/// <summary>What the other services want people to hear.</summary>
internal static class NotificationTopic
{
    public static void MapNotificationTopic(this IEndpointRouteBuilder app) => app
        .MapPost("/events/notification", AcceptAsync)
        .WithTopic(new TopicOptions
        {
            PubsubName = Topics.PubSub,
            Name = Topics.Notifications,
            DeadLetterTopic = Topics.NotificationsDead,
        });

    // Without an id nobody could know it when it comes again.
    private static async Task<IResult> AcceptAsync(Notification notification, Intake intake, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(notification.Id)) return Results.Ok(new { status = "DROP" });
        await intake.AcceptAsync(notification, cancellationToken);
        return Results.Ok();
    }
}
