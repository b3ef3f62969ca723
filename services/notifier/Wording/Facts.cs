using Athene.Contracts.Notifications;

namespace Athene.Notifier.Wording;

/// <summary>What stands beside a notification in every channel: its project and session, then what it tells itself. Pure.</summary>
internal static class Facts
{
    public static IReadOnlyList<NotificationFact> Of(Notification notification) =>
    [
        .. Known("Project", notification.ProjectId),
        .. Known("Session", notification.SessionId),
        .. Known("Priority", notification.Priority.ToString().ToLowerInvariant()),
        .. notification.Facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)),
    ];

    private static IEnumerable<NotificationFact> Known(string name, string? value) => value is null ? [] : [new NotificationFact(name, value)];
}
