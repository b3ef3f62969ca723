using System.Globalization;
using Athene.Contracts.Events;
using Athene.Contracts.Notifications;

namespace Athene.Session.History;

/// <summary>
/// What people should hear of the session service's own events. A notification follows from its event, so it is sent at least once, as the event is,
/// and known by the event's number. Pure.
/// </summary>
public static class EventNotices
{
    /// <summary>The notification about an event; null for most.</summary>
    public static Notification? Of(EventDocument happened) => PriorityOf(happened) is { } priority
        ? new Notification(string.Create(CultureInfo.InvariantCulture, $"session-event-{happened.Id}"), priority, happened.Summary, BodyOf(happened), happened.SessionId)
        {
            Type = happened.Kind,
            ProjectId = happened.ProjectId,
            Time = happened.Time,
        }
        : null;

    private static NotificationPriority? PriorityOf(EventDocument happened) => happened.Kind switch
    {
        EventKinds.SpawnHeld => NotificationPriority.Action,
        _ => null,
    };

    private static string BodyOf(EventDocument happened)
    {
        var operation = happened.Data?["operationId"]?.GetValue<string>();
        return happened.Kind switch
        {
            EventKinds.SpawnHeld => $"Start it all the same with 'athene queue release {operation}', or give it up with 'athene queue cancel {operation}'.",
            _ => "",
        };
    }
}
