using System.Text;
using Athene.Contracts.Notifications;
using Athene.Notifier.Wording;

namespace Athene.Notifier.Channels.Desktop;

/// <summary>The command that shows a notification: the freedesktop Notify call, by whichever program is there. Pure.</summary>
/// <param name="Program">Its full path.</param>
internal sealed record DesktopCall(string Program, IReadOnlyList<string> Arguments)
{
    private const int LongestTitle = 200;
    private const int LongestBody = 1000;

    private const string AppName = "Athene";

    /// <summary>Null when there is neither program.</summary>
    public static DesktopCall? Of(Notification notification, DesktopEnvironment desktop, bool withSound)
    {
        var title = Headline.Of(notification).Plain().ReplaceLineEndings(" ").Cut(LongestTitle);
        var body = WithoutMarkup($"{Headline.Subtitle(notification)}\n{notification.Body}".Trim().Plain().Cut(LongestBody));
        var hints = new Hints(notification.Priority, withSound && notification.Priority is NotificationPriority.Urgent);
        if (desktop.NotifySend is { } notifySend) return new DesktopCall(notifySend, ViaNotifySend(title, body, hints));
        return desktop.Gdbus is { } gdbus ? new DesktopCall(gdbus, ViaGdbus(title, body, hints)) : null;
    }

    private static string[] ViaNotifySend(string title, string body, Hints hints) =>
    [
        $"--app-name={AppName}", $"--urgency={hints.Urgency}", .. hints.Sound ? (string[])["--hint=string:sound-name:message-new-instant"] : [],
        "--", title, body,
    ];

    private static string[] ViaGdbus(string title, string body, Hints hints) =>
    [
        "call", "--session", "--dest=org.freedesktop.Notifications", "--object-path=/org/freedesktop/Notifications",
        "--method=org.freedesktop.Notifications.Notify", "--",
        Quote(AppName), "uint32 0", Quote(""), Quote(title), Quote(body), "@as []",
        $"{{'urgency': <byte {hints.Level}>{(hints.Sound ? ", 'sound-name': <'message-new-instant'>" : "")}}}", "int32 -1",
    ];

    // GVariant's own notation: gdbus would read other text in its place as what it looks like.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(character switch { '\\' => @"\\", '\'' => @"\'", '\n' => @"\n", _ => character.ToString() });
        }

        return quoted.Append('\'').ToString();
    }

    // Desktops read markup in a body, and a body may quote an agent.
    private static string WithoutMarkup(string body) =>
        body.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private readonly record struct Hints(NotificationPriority Priority, bool Sound)
    {
        public string Urgency => Priority switch
        {
            NotificationPriority.Urgent => "critical",
            NotificationPriority.Info => "low",
            _ => "normal",
        };

        public int Level => Priority switch
        {
            NotificationPriority.Urgent => 2,
            NotificationPriority.Info => 0,
            _ => 1,
        };
    }
}
