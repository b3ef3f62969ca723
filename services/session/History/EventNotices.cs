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
        EventKinds.SpawnHeld or EventKinds.BudgetSpent => NotificationPriority.Action,
        EventKinds.BudgetWarned => NotificationPriority.Warning,
        _ => null,
    };

    private static string BodyOf(EventDocument happened)
    {
        var operation = happened.Data?["operationId"]?.GetValue<string>();
        return happened.Kind switch
        {
            EventKinds.SpawnHeld => $"Start it all the same with 'athene queue release {operation}', or give it up with 'athene queue cancel {operation}'.",
            EventKinds.BudgetSpent => $"{Consequence(happened.Data?["action"]?.GetValue<string>())} See: athene budget",
            EventKinds.BudgetWarned => "See: athene budget",
            _ => "",
        };
    }

    private static string Consequence(string? action) => action switch
    {
        "stop" => "Sessions that draw on it are ended, with their work kept.",
        "pause" => "Sessions that draw on it are told nothing more by Athene itself, and no new ones begin.",
        _ => "Nothing is done about it.",
    };
}
