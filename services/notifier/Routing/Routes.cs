using Athene.Configuration;
using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;

namespace Athene.Notifier.Routing;

/// <summary>Which channels hear of what.</summary>
public sealed class Routes(AtheneConfiguration configuration, IEnumerable<IChannel> channels)
{
    private readonly IReadOnlyList<IChannel> channels = [.. channels];

    /// <summary>
    /// The channels for <paramref name="priority"/>: as routed, else the default ones, else all there are. When nothing of what was named can
    /// reach anybody, it goes to the log: a notification disappears only where an empty route says so.
    /// </summary>
    public IReadOnlyList<IChannel> For(NotificationPriority priority)
    {
        if (NamesFor(priority) is not { } names) return [.. channels.Where(channel => channel.IsAvailable)];
        if (names.Count == 0) return [];
        var named = names.Select(Resolve).OfType<IChannel>().Where(channel => channel.IsAvailable).Distinct().ToArray();
        return named.Length > 0 ? named : [.. channels.Where(channel => channel.Name == LogChannel.ChannelName)];
    }

    /// <summary>Names in the configuration that are no channel of this version, and channels that reach nobody here.</summary>
    public IReadOnlyList<string> Complaints() =>
    [
        .. configuration.NotificationRouting.Values.Append(configuration.Defaults.Notifiers ?? [])
            .SelectMany(names => names)
            .Distinct(StringComparer.Ordinal)
            .Select(Complaint)
            .OfType<string>(),
    ];

    private IReadOnlyList<string>? NamesFor(NotificationPriority priority) =>
        configuration.NotificationRouting.TryGetValue(priority, out var names) ? names : configuration.Defaults.Notifiers;

    private IChannel? Resolve(string name)
    {
        var kind = configuration.Notifiers.TryGetValue(name, out var notifier) ? notifier.Plugin ?? name : name;
        return channels.FirstOrDefault(channel => channel.Name == kind);
    }

    private string? Complaint(string name) => Resolve(name) switch
    {
        null => $"'{name}' is no channel of this version of Athene (there are: {string.Join(", ", channels.Select(channel => channel.Name))})",
        { IsAvailable: false } => $"'{name}' reaches nobody here",
        _ => null,
    };
}
