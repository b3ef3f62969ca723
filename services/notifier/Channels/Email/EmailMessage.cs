using System.Net;
using System.Security.Cryptography;
using System.Text;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;
using Athene.Notifier.Wording;
using MimeKit;

namespace Athene.Notifier.Channels.Email;

/// <summary>
/// A notification as a mail, plain and as HTML. Its Message-ID follows from the notification's, so that a mail that was sent twice is shown once by
/// whoever looks at that; all mails about a session refer to the same root, and so stand in one thread. Pure.
/// </summary>
internal static class EmailMessage
{
    private const int LongestSubject = 200;

    public static MimeMessage Of(Notification notification, EmailSettings settings, DateTimeOffset now)
    {
        var from = MailboxAddress.Parse(settings.From!);
        var message = new MimeMessage
        {
            Subject = $"[Athene] {Headline.Of(notification)}{(notification.SessionId is { } id ? $" ({id})" : "")}".Plain().ReplaceLineEndings(" ").Cut(LongestSubject),
            MessageId = IdOf("notification", notification.Id, from.Domain),
            Date = notification.Time ?? now,
            Priority = notification.Priority is NotificationPriority.Urgent ? MessagePriority.Urgent : MessagePriority.Normal,
            Body = new BodyBuilder { TextBody = Text(notification), HtmlBody = Html(notification) }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.AddRange(settings.To.Select(MailboxAddress.Parse));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (notification.SessionId is { } session) message.References.Add(IdOf("session", session, from.Domain));
        return message;
    }

    // Hashed: an id may hold what an address may not.
    private static string IdOf(string kind, string id, string domain) =>
        $"athene.{kind}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32]}@{domain}";

    private static string Text(Notification notification)
    {
        var text = new StringBuilder();
        if (Headline.Subtitle(notification) is { } subtitle) text.AppendLine(subtitle.Plain()).AppendLine();
        if (notification.Body.Length > 0) text.AppendLine(notification.Body.Plain()).AppendLine();
        foreach (var fact in Facts.Of(notification)) text.AppendLine($"{fact.Name}: {fact.Value}".Plain());
        foreach (var link in Link.Of(notification)) text.AppendLine().Append($"{link.Label}: {link.Address.AbsoluteUri}");
        return text.ToString();
    }

    private static string Html(Notification notification)
    {
        var html = new StringBuilder("<!doctype html><html><body style=\"font-family:sans-serif\">");
        html.Append($"<h2>{Encode(Headline.Of(notification))}</h2>");
        if (Headline.Subtitle(notification) is { } subtitle) html.Append($"<p><b>{Encode(subtitle)}</b></p>");
        html.Append($"<p style=\"white-space:pre-wrap\">{Encode(notification.Body)}</p><table>");
        foreach (var fact in Facts.Of(notification)) html.Append($"<tr><td><b>{Encode(fact.Name)}</b></td><td>{Encode(fact.Value)}</td></tr>");
        html.Append("</table><p>");
        foreach (var link in Link.Of(notification)) html.Append($"<a href=\"{Encode(link.Address.AbsoluteUri)}\">{Encode(link.Label)}</a> ");
        return html.Append("</p></body></html>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text.Plain());
}
