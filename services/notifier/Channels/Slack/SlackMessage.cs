using System.Globalization;
using System.Text.Json.Nodes;
using Athene.Contracts.Notifications;
using Athene.Notifier.Wording;

namespace Athene.Notifier.Channels.Slack;

/// <summary>
/// A notification as Slack shows it: Block Kit within its limits (spec trackers-scm-notifiers.md §14.1). Words of other people are plain text, where
/// nothing is a mention, a link or a style. Pure.
/// </summary>
internal static class SlackMessage
{
    private const int LongestHeader = 150;
    private const int LongestText = 3000;
    private const int LongestField = 2000;
    private const int LongestButton = 75;
    private const int LongestAddress = 3000;
    private const int MostFields = 10;
    private const int MostButtons = 5;

    /// <summary>The body of an incoming webhook or of chat.postMessage, without where it goes.</summary>
    public static JsonObject Of(Notification notification)
    {
        var title = $"{Headline.Mark(notification.Priority)} {Headline.Of(notification)}".Plain();
        return new JsonObject
        {
            // What a phone shows of it; beside blocks it is not shown again.
            ["text"] = Escape($"{title}{(notification.SessionId is { } session ? $" ({session})" : "")}".Cut(LongestText)),
            ["blocks"] = new JsonArray(new JsonObject { ["type"] = "header", ["text"] = Plain(title, LongestHeader) }),
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["color"] = ColourOf(notification.Priority),
                ["fallback"] = Escape(title),
                ["blocks"] = new JsonArray([.. Details(notification)]),
            }),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
    }

    /// <summary>Text in which nothing can address anybody.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static IEnumerable<JsonNode> Details(Notification notification)
    {
        if (Headline.Subtitle(notification) is { } subtitle) yield return Section(subtitle);
        if (!string.IsNullOrWhiteSpace(notification.Body)) yield return Section(notification.Body);

        var facts = Facts.Of(notification);
        yield return new JsonObject
        {
            ["type"] = "section",
            ["fields"] = new JsonArray([.. facts.Take(MostFields).Select(fact => Plain($"{fact.Name}\n{fact.Value}", LongestField))]),
        };
        if (notification.Time is { } time) yield return TimeOf(time);
        if (Buttons(notification) is { Count: > 0 } buttons) yield return new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. buttons]) };
    }

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Plain(text, LongestText) };

    private static JsonObject Plain(string text, int longest) => new() { ["type"] = "plain_text", ["text"] = text.Plain().Cut(longest), ["emoji"] = false };

    // Shown in the reader's own time zone.
    private static JsonObject TimeOf(DateTimeOffset time) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "mrkdwn",
            ["text"] = string.Create(CultureInfo.InvariantCulture, $"<!date^{time.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time}}|{time.UtcDateTime:yyyy-MM-dd HH:mm} UTC>"),
        }),
    };

    private static List<JsonNode> Buttons(Notification notification) =>
    [
        .. Link.Of(notification).Where(link => link.Address.AbsoluteUri.Length <= LongestAddress).Take(MostButtons).Select((link, index) =>
        {
            var button = new JsonObject
            {
                ["type"] = "button",
                ["action_id"] = string.Create(CultureInfo.InvariantCulture, $"open_{index}"),
                ["text"] = Plain(link.Label, LongestButton),
                ["url"] = link.Address.AbsoluteUri,
            };
            if (index == 0) button["style"] = "primary";
            return (JsonNode)button;
        }),
    ];

    private static string ColourOf(NotificationPriority priority) => priority switch
    {
        NotificationPriority.Urgent => "#E01E5A",
        NotificationPriority.Action => "#6157D8",
        NotificationPriority.Warning => "#ECB22E",
        NotificationPriority.Info => "#36C5F0",
    };
}
