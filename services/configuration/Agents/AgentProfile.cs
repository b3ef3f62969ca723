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

    /// <summary>What <c>{permissions}</c> stands for, by mode; empty when the agent knows no modes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Permissions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    public ActivityPatterns Activity { get; init; } = ActivityPatterns.None;

    public NativeSession NativeSession { get; init; } = new();

    /// <summary>
    /// Prices by the beginning of a model's name ("*": of any), for agents that do not say what they cost. The longest name that fits counts.
    /// </summary>
    public IReadOnlyDictionary<string, ModelPrice> Prices { get; init; } = new Dictionary<string, ModelPrice>();
}
