using System.Globalization;
using Athene.Contracts.Notifications;
using Athene.Notifier.Wording;

namespace Athene.Notifier.Routing;

/// <summary>Several notifications told as one. Pure.</summary>
public static class DigestMessage
{
    public const string Type = "notification.digest";

    private const int MostLines = 50;

    /// <summary>A single one is told as itself.</summary>
    /// <param name="id">Of the digest: the same however often it is tried.</param>
    public static Notification Of(string id, IReadOnlyList<Notification> notifications)
    {
        if (notifications is [var only]) return only;
        var lines = notifications.Take(MostLines).Select(Line);
        var more = notifications.Count > MostLines ? [string.Create(CultureInfo.InvariantCulture, $"… and {notifications.Count - MostLines} more: athene notifications ls")] : Array.Empty<string>();
        var projects = notifications.Select(notification => notification.ProjectId).Distinct().ToArray();
        return new Notification(
            id,
            notifications.Min(notification => notification.Priority),
            string.Create(CultureInfo.InvariantCulture, $"{notifications.Count} notifications"),
            string.Join('\n', [.. lines, .. more]))
        {
            Type = Type,
            ProjectId = projects is [var project] ? project : null,
            Time = notifications.Max(notification => notification.Time),
        };
    }

    private static string Line(Notification notification)
    {
        var link = Link.Of(notification) is [var first, ..] ? $" {first.Address.AbsoluteUri}" : "";
        return $"• {(notification.SessionId is { } session ? $"{session}: " : "")}{notification.Title.ReplaceLineEndings(" ").Cut(200)}{link}";
    }
}
