using Athene.Configuration.Agents;

namespace Athene.Session.Agents;

/// <summary>
/// Every agent that may be launched: the configuration's word over the files of the home, and those over the built-in profiles.
/// Immutable; a changed configuration makes a new one.
/// </summary>
public sealed class AgentCatalog
{
    private const string FileSuffix = ".yaml";
    private const string ResourcePrefix = "Athene.Session.Agents.Profiles.";

    private readonly Dictionary<string, AgentProfileLayer> layers;

    private AgentCatalog(Dictionary<string, AgentProfileLayer> layers) => this.layers = layers;

    public IEnumerable<string> Names => layers.Keys;

    /// <summary>Reads the built-in profiles and those of a directory (which need not exist), under the configuration's.</summary>
    /// <exception cref="Athene.Configuration.ConfigurationException">A profile file is wrong.</exception>
    public static AgentCatalog Load(
        string agentsDirectory, IReadOnlyDictionary<string, AgentProfileLayer> configured, Func<string, string?> variable)
    {
        var layers = new Dictionary<string, AgentProfileLayer>(StringComparer.Ordinal);
        foreach (var (name, layer) in BuiltIn().Concat(InDirectory(agentsDirectory, variable)).Concat(configured))
            layers[name] = layers.TryGetValue(name, out var below) ? layer.Over(below) : layer;
        return new AgentCatalog(layers);
    }

    /// <summary>The profile of that name.</summary>
    /// <exception cref="Athene.Contracts.Errors.AtheneException">There is none, or it says nothing about launching.</exception>
    public AgentProfile Get(string name)
    {
        if (!layers.TryGetValue(name, out var layer)) throw AgentErrors.Unknown(name, Names);
        return layer.Complete(name) ?? throw AgentErrors.WithoutLaunch(name);
    }

    /// <summary>The profile of that name whose program is there to be started.</summary>
    /// <param name="searchPath">The PATH that the agent would get.</param>
    public AgentProfile GetInstalled(string name, string? searchPath)
    {
        var profile = Get(name);
        return Executables.Find(profile.Launch[0], searchPath) is null
            ? throw AgentErrors.NotInstalled(name, profile.Launch[0])
            : profile;
    }

    private static IEnumerable<KeyValuePair<string, AgentProfileLayer>> BuiltIn()
    {
        var assembly = typeof(AgentCatalog).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith(ResourcePrefix, StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            var name = resource[ResourcePrefix.Length..^FileSuffix.Length];
            yield return new(name, AgentProfileReader.ReadFile(resource, reader.ReadToEnd(), _ => null));
        }
    }

    private static IEnumerable<KeyValuePair<string, AgentProfileLayer>> InDirectory(string directory, Func<string, string?> variable)
    {
        if (!Directory.Exists(directory)) yield break;
        foreach (var file in Directory.EnumerateFiles(directory, $"*{FileSuffix}").Order(StringComparer.Ordinal))
        {
            var layer = AgentProfileReader.ReadFile(file, File.ReadAllText(file), variable);
            yield return new(Path.GetFileNameWithoutExtension(file), layer);
        }
    }
}
