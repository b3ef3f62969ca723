namespace Athene.Dapr.Client;

/// <summary>A component of a sidecar.</summary>
public sealed class DaprComponentsMetadata(string name, string type, string version, string[] capabilities)
{
    public string Name { get; } = name;

    /// <summary>The kind, such as <c>state.sqlite</c>.</summary>
    public string Type { get; } = type;

    public string Version { get; } = version;

    /// <summary>What it can do, such as <c>ETAG</c> and <c>TRANSACTIONAL</c>.</summary>
    public string[] Capabilities { get; } = capabilities;
}
