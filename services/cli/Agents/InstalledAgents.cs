using Athene.Cli.Doctor;
using Athene.Cli.Run;
using Athene.Configuration;
using Athene.Configuration.Agents;

namespace Athene.Cli.Agents;

/// <summary>The agents that have a profile here, and those among them that the configuration names.</summary>
/// <param name="Needed">Without these, sessions of configured projects cannot be started.</param>
/// <param name="SearchPath">Where their programs are looked for.</param>
internal sealed record InstalledAgents(IReadOnlyList<AgentProfile> Profiles, IReadOnlySet<string> Needed, string? SearchPath)
{
    /// <summary>Reads the profiles of the home and of the configuration; where one is wrong, those that come with Athene.</summary>
    public static InstalledAgents Read(CliContext context)
    {
        var (layers, configuration) = ReadLayers(context);
        return new InstalledAgents(
            [.. layers.OrderBy(layer => layer.Key, StringComparer.Ordinal).Select(layer => layer.Value.Complete(layer.Key)).OfType<AgentProfile>()],
            NamedIn(configuration),
            context.VariableOrNull("PATH"));
    }

    /// <summary>The file of an agent's program; null when it is not there.</summary>
    public string? Find(AgentProfile profile) => Executables.Find(profile.Launch[0], SearchPath);

    /// <summary>What <c>athene doctor</c> looks for.</summary>
    public IEnumerable<ProgramCheck> Checks() => Profiles.Select(profile => new ProgramCheck(
        profile.Name,
        profile.Version,
        Minimum: null,
        profile.Install is { } install ? $"Agent {profile.DisplayName}: {install}" : $"Put '{profile.Launch[0]}' into the PATH, or change 'launch' in its profile.",
        Required: Needed.Contains(profile.Name)));

    private static (IReadOnlyDictionary<string, AgentProfileLayer> Layers, AtheneConfiguration Configuration) ReadLayers(CliContext context)
    {
        try
        {
            var configuration = ConfigurationLoader.Load(
                ConfigurationLoader.Find(context.VariableOrNull(ConfigurationLoader.Variable), context.WorkingDirectory, context.Home));
            return (AgentProfiles.Load(context.Home.AgentsDirectory, configuration.Agents, context.Variable), configuration);
        }
        catch (ConfigurationException)
        {
            // The doctor has a check of its own that tells what is wrong.
            return (AgentProfiles.BuiltIn, new AtheneConfiguration());
        }
    }

    private static HashSet<string> NamedIn(AtheneConfiguration configuration)
    {
        var defaults = configuration.Defaults;
        var ofWorkers = configuration.Projects.Values.Select(project => project.Worker?.Agent ?? project.Agent ?? defaults.Worker?.Agent ?? defaults.Agent);
        var ofOrchestrators = configuration.Projects.Values.Select(project => project.Orchestrator?.Agent).OfType<string>();
        return [.. ofWorkers, .. ofOrchestrators];
    }
}
