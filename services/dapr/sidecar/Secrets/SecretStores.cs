using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Secrets;

/// <summary>The secrets that an app may read. Both APIs end here.</summary>
internal sealed class SecretStores(ResourceSet resources)
{
    private readonly Dictionary<Component, ISecretSource> sources = resources.Components.Where(component => component.IsSecretStore).ToDictionary(component => component, SecretSources.Open);

    /// <summary>The values behind one name.</summary>
    /// <exception cref="DaprException">There is no such store for this app, or no such secret in it.</exception>
    public IReadOnlyDictionary<string, string> Get(string store, string appId, string name) => Source(store, appId).Find(name)
        ?? throw new DaprException(500, "ERR_SECRET_GET", $"failed getting secret with key {name} from secret store {store}: secret {name} not found");

    /// <summary>The values behind every name, in order of the names.</summary>
    /// <exception cref="DaprException">There is no such store for this app.</exception>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyDictionary<string, string>>> GetAll(string store, string appId)
    {
        var source = Source(store, appId);
        return [.. source.Names.Order(StringComparer.Ordinal).Select(name => KeyValuePair.Create(name, source.Find(name)!))];
    }

    private ISecretSource Source(string store, string appId) => resources.SecretStore(store, appId) is { } component
        ? sources[component]
        : throw new DaprException(401, "ERR_SECRET_STORE_NOT_FOUND", $"failed finding secret store with key {store}");
}
