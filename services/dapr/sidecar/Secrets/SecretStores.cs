using System.Collections;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Secrets;

/// <summary>The secrets that an app may read: the environment of the sidecar. Its own tokens stay its own. Both APIs end here.</summary>
internal sealed class SecretStores(ResourceSet resources)
{
    private static readonly string[] Hidden = ["DAPR_API_TOKEN", "APP_API_TOKEN"];

    /// <summary>The values behind one name.</summary>
    /// <exception cref="DaprException">There is no such store for this app.</exception>
    public IReadOnlyDictionary<string, string> Get(string store, string appId, string name)
    {
        Require(store, appId);
        return new Dictionary<string, string> { [name] = Hidden.Contains(name) ? "" : Environment.GetEnvironmentVariable(name) ?? "" };
    }

    /// <summary>The values behind every name, in order of the names.</summary>
    /// <exception cref="DaprException">There is no such store for this app.</exception>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyDictionary<string, string>>> GetAll(string store, string appId)
    {
        Require(store, appId);
        return
        [
            .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .Select(entry => (string)entry.Key)
                .Where(name => !Hidden.Contains(name))
                .Order(StringComparer.Ordinal)
                .Select(name => KeyValuePair.Create(name, Get(store, appId, name))),
        ];
    }

    private void Require(string store, string appId)
    {
        if (resources.SecretStore(store, appId) is null)
            throw new DaprException(401, "ERR_SECRET_STORE_NOT_FOUND", $"failed finding secret store with key {store}");
    }
}
