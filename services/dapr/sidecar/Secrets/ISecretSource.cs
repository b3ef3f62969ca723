namespace Athene.Sidecar.Secrets;

/// <summary>Where a secret store has its secrets from.</summary>
internal interface ISecretSource
{
    /// <summary>The values behind one name; null when there is no such secret.</summary>
    IReadOnlyDictionary<string, string>? Find(string name);

    IEnumerable<string> Names { get; }
}
