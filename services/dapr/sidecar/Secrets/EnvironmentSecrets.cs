using System.Collections;

namespace Athene.Sidecar.Secrets;

/// <summary>The environment of the sidecar (<c>secretstores.local.env</c>); what is not there is empty. Its own tokens stay its own.</summary>
internal sealed class EnvironmentSecrets : ISecretSource
{
    private static readonly string[] Hidden = ["DAPR_API_TOKEN", "APP_API_TOKEN"];

    public IEnumerable<string> Names => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Except(Hidden);

    public IReadOnlyDictionary<string, string> Find(string name) =>
        new Dictionary<string, string> { [name] = Hidden.Contains(name) ? "" : Environment.GetEnvironmentVariable(name) ?? "" };
}
