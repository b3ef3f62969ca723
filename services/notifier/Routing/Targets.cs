using System.Diagnostics.CodeAnalysis;
using Athene.Configuration.Notifiers;
using Athene.Notifier.Channels;

namespace Athene.Notifier.Routing;

/// <summary>All notifiers by name: those of the configuration, those everybody has, and those that are named and do not exist.</summary>
public sealed class Targets(NotifierCatalog catalog, ChannelFactory channels)
{
    private readonly Dictionary<string, Target> targets =
        catalog.All.ToDictionary(notifier => notifier.Name, notifier => new Target(notifier, channels.Create(notifier)), StringComparer.Ordinal);

    public IReadOnlyCollection<Target> All => targets.Values;

    public Target this[string name] => targets[name];

    public bool TryFind(string name, [NotNullWhen(true)] out Target? target) => targets.TryGetValue(name, out target);
}
