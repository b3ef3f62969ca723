using Athene.Configuration.Yaml;
using Athene.Contracts.Notifications;

namespace Athene.Configuration.Reading;

/// <summary>Reads which notifiers get which priority.</summary>
internal static class RoutingReader
{
    public static IReadOnlyDictionary<NotificationPriority, IReadOnlyList<string>> Read(YamlSection? section)
    {
        var routing = new Dictionary<NotificationPriority, IReadOnlyList<string>>();
        if (section is null) return routing;
        foreach (var word in PriorityWords.All)
        {
            if (section.Texts(word) is { } names && PriorityWords.Parse(word) is { } priority) routing[priority] = names;
        }

        section.Close();
        return routing;
    }
}
