using Athene.Configuration;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;

namespace Athene.Notifier.Routing;

/// <summary>Who hears of what.</summary>
public sealed class Routes(AtheneConfiguration configuration, NotifierCatalog catalog, Targets targets)
{
    /// <summary>
    /// The notifiers for something of this priority: as its project says, else as the whole configuration does. Where nothing that was named reaches
    /// anybody it goes to the log as well: a notification disappears only where an empty route says so.
    /// </summary>
    public IReadOnlyList<Target> For(NotificationPriority priority, string? projectId)
    {
        var names = NamesFor(priority, projectId);
        if (names.Count == 0) return [];
        // A desktop that is not there is nobody's mistake: the same configuration serves several machines.
        Target[] named = [.. names.Distinct(StringComparer.Ordinal).Select(name => targets[name]).Where(target => target.Channel.IsAvailable)];
        return named.Any(target => target.IsUsable) ? named : [.. named, targets[PluginNames.Log]];
    }

    private IReadOnlyList<string> NamesFor(NotificationPriority priority, string? projectId)
    {
        var project = projectId is null ? null : configuration.Projects.GetValueOrDefault(projectId);
        return project?.NotificationRouting.GetValueOrDefault(priority)
            ?? project?.Notifiers
            ?? configuration.NotificationRouting.GetValueOrDefault(priority)
            ?? catalog.Default;
    }
}
