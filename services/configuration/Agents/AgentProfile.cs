namespace Athene.Configuration.Agents;

/// <summary>All that Athene knows of one agent program. Any command-line agent is added by writing one; no code is involved.</summary>
public sealed record AgentProfile
{
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Its name in the process table.</summary>
    public required string Process { get; init; }

    /// <summary>The argument vector of a new session, with placeholders.</summary>
    public required IReadOnlyList<string> Launch { get; init; }

    /// <summary>The argument vector that takes up the agent's own session again; empty when it cannot.</summary>
    public IReadOnlyList<string> Resume { get; init; } = [];

    public PromptDelivery Prompt { get; init; }

    /// <summary>What is typed first when the task is no argument; with the placeholders of a launch.</summary>
    public string Message { get; init; } = $"{{{AgentPlaceholders.Prompt}}}";

    /// <summary>What <c>{permissions}</c> stands for, by mode; empty when the agent knows no modes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Permissions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Variables that set a mode, for agents that take it from there.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> PermissionEnv { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    public ActivityPatterns Activity { get; init; } = ActivityPatterns.None;

    public NativeSession NativeSession { get; init; } = new();

    /// <summary>
    /// Prices by the beginning of a model's name ("*": of any), for agents that do not say what they cost. The longest name that fits counts.
    /// </summary>
    public IReadOnlyDictionary<string, ModelPrice> Prices { get; init; } = new Dictionary<string, ModelPrice>();

    /// <summary>In which form the agent takes hooks, or null when it takes none by a file.</summary>
    public HookFormat? Hooks { get; init; }

    /// <summary>How to get the program: a command, or an address that says so.</summary>
    public string? Install { get; init; }

    /// <summary>The address of its documentation.</summary>
    public string? Docs { get; init; }

    /// <summary>The argument vector that tells its version; empty when nobody says.</summary>
    public IReadOnlyList<string> Version { get; init; } = [];

    /// <summary>The version that the profile was checked against; null when nobody says.</summary>
    public string? Verified { get; init; }

    /// <summary>The profile's variables for a session in that mode.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentIn(string? permissions)
    {
        if (permissions is null || !PermissionEnv.TryGetValue(permissions, out var ofMode)) return Env;
        var variables = new Dictionary<string, string>(Env, StringComparer.Ordinal);
        foreach (var (name, value) in ofMode) variables[name] = value;
        return variables;
    }
}
