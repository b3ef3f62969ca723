using System.Globalization;
using Athene.Contracts.Notifications;

namespace Athene.Cli.Output;

/// <summary>Notifications as lines of text: one each, and one for every notifier that has not told it.</summary>
internal static class NotificationTable
{
    public static void Write(TextWriter writer, IReadOnlyList<NotificationDocument> notifications, DateTimeOffset now, Style style)
    {
        if (notifications.Count == 0) writer.WriteLine("No notifications.");
        foreach (var document in notifications)
        {
            var notification = document.Notification;
            var age = style.Quiet($"{Age.Of(now - document.ReceivedAt),4} ago");
            writer.WriteLine(
                $"{age}  {notification.Priority.ToString().ToLowerInvariant(),-8}  {Printable.Of(notification.Title)}  {style.Quiet(Printable.Of(notification.Id))}");
            foreach (var delivery in document.Deliveries.Where(delivery => delivery.State is not DeliveryState.Delivered)) writer.WriteLine(Line(delivery, now, style));
        }
    }

    private static string Line(DeliveryDocument delivery, DateTimeOffset now, Style style)
    {
        var why = delivery.Error is { } error ? $": {Printable.Of(error)}" : "";
        if (delivery.State is DeliveryState.Failed) return $"{"",10}{style.Bad("failed")}   {delivery.To}{why}";
        var when = delivery.NextAt is { } next && next > now ? $" in {Age.Of(next - now)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{"",10}{style.Warning("waiting")}  {delivery.To}{when}{why}");
    }
}
