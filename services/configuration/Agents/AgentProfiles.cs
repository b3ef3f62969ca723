namespace Athene.Configuration.Agents;

/// <summary>
/// Where profiles come from: the configuration's word lies over the files of the home, and those over the built-in ones (<c>Profiles/</c>).
/// </summary>
public static class AgentProfiles
{
    private const string FileSuffix = ".yaml";
    private const string ResourcePrefix = "Athene.Configuration.Agents.Profiles.";

    /// <summary>The profiles that come with Athene.</summary>
    public static IReadOnlyDictionary<string, AgentProfileLayer> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>All profiles by name, each with its layers put together.</summary>
    /// <param name="agentsDirectory">The home's own profiles; need not exist.</param>
    /// <exception cref="ConfigurationException">A profile file is wrong.</exception>
    public static IReadOnlyDictionary<string, AgentProfileLayer> Load(
        string agentsDirectory, IReadOnlyDictionary<string, AgentProfileLayer> configured, Func<string, string?> variable)
    {
        var layers = new Dictionary<string, AgentProfileLayer>(BuiltIn, StringComparer.Ordinal);
        foreach (var (name, layer) in InDirectory(agentsDirectory, variable).Concat(configured))
            layers[name] = layers.TryGetValue(name, out var below) ? layer.Over(below) : layer;
        return layers;
    }

    private static Dictionary<string, AgentProfileLayer> ReadBuiltIn()
    {
        var assembly = typeof(AgentProfiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .ToDictionary(resource => resource[ResourcePrefix.Length..^FileSuffix.Length], Read, StringComparer.Ordinal);

        AgentProfileLayer Read(string resource)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            return AgentProfileReader.ReadFile(resource, reader.ReadToEnd(), _ => null);
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
