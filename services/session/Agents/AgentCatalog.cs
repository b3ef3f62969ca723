using Athene.Configuration.Agents;

namespace Athene.Session.Agents;

/// <summary>Every agent that may be launched. Immutable; a changed configuration makes a new one.</summary>
public sealed class AgentCatalog
{
    private readonly IReadOnlyDictionary<string, AgentProfileLayer> layers;

    private AgentCatalog(IReadOnlyDictionary<string, AgentProfileLayer> layers) => this.layers = layers;

    public IEnumerable<string> Names => layers.Keys;

    /// <inheritdoc cref="AgentProfiles.Load"/>
    public static AgentCatalog Load(
        string agentsDirectory, IReadOnlyDictionary<string, AgentProfileLayer> configured, Func<string, string?> variable) =>
        new(AgentProfiles.Load(agentsDirectory, configured, variable));

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
            ? throw AgentErrors.NotInstalled(profile)
            : profile;
    }
}
