using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Athene.Contracts.Notifications;
using Athene.Notifier.Wording;

namespace Athene.Notifier.Channels.Discord;

/// <summary>
/// A notification as Discord shows it: one embed within its limits (spec trackers-scm-notifiers.md §14.2). It mentions nobody, and words of other
/// people are not read as Markdown. Pure.
/// </summary>
internal static partial class DiscordMessage
{
    private const int LongestTitle = 256;
    private const int LongestName = 256;
    private const int LongestValue = 1024;
    private const int MostFields = 25;

    /// <summary>Below 4096, so that with the fields it stays below the 6000 characters that an embed may have in all.</summary>
    private const int LongestDescription = 2500;

    private const int LongestFieldsTogether = 3000;

    public static JsonObject Of(Notification notification)
    {
        var embed = new JsonObject
        {
            ["title"] = Escape($"{Headline.Mark(notification.Priority)} {Headline.Of(notification)}").Cut(LongestTitle),
            ["description"] = Description(notification),
            ["color"] = ColourOf(notification.Priority),
            ["fields"] = new JsonArray([.. Fields(notification)]),
            ["footer"] = new JsonObject { ["text"] = "Athene" },
        };
        var links = Link.Of(notification);
        if (links.Count > 0) embed["url"] = links[0].Address.AbsoluteUri;
        if (notification.Time is { } time) embed["timestamp"] = time.UtcDateTime.ToString("O");
        return new JsonObject
        {
            ["embeds"] = new JsonArray(embed),
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };
    }

    private static string Description(Notification notification)
    {
        var text = Headline.Subtitle(notification) is { } subtitle ? $"{subtitle}\n{notification.Body}" : notification.Body;
        return Escape(text.Trim()).Cut(LongestDescription);
    }

    private static IEnumerable<JsonNode> Fields(Notification notification)
    {
        var room = LongestFieldsTogether;
        foreach (var (name, value) in Facts.Of(notification).Select(fact => (Escape(fact.Name).Cut(LongestName), Escape(fact.Value).Cut(LongestValue)))
            .Concat(Links(notification)).Take(MostFields))
        {
            room -= name.Length + value.Length;
            if (room < 0) yield break;
            yield return new JsonObject { ["name"] = name, ["value"] = value, ["inline"] = value.Length <= 40 };
        }
    }

    private static IEnumerable<(string Name, string Value)> Links(Notification notification)
    {
        var lines = Link.Of(notification).Select(link => $"[{link.Label}]({link.Address.AbsoluteUri.Replace(")", "%29", StringComparison.Ordinal)})");
        var text = string.Join('\n', lines.Take(8));
        return text.Length is > 0 and <= LongestValue ? [("Links", text)] : [];
    }

    private static string Escape(string text) => Markdown().Replace(text.Plain(), @"\$0");

    private static int ColourOf(NotificationPriority priority) => priority switch
    {
        NotificationPriority.Urgent => 0xED4245,
        NotificationPriority.Action => 0x5865F2,
        NotificationPriority.Warning => 0xFEE75C,
        NotificationPriority.Info => 0x3498DB,
    };

    [GeneratedRegex(@"[\\*_~`|>\[\]()#<@:-]")]
    private static partial Regex Markdown();
}
