using Athene.Configuration.Budgets;
using Athene.Contracts.Notifications;

namespace Athene.Configuration.Projects;

/// <summary>A repository that agents work on.</summary>
public sealed record ProjectConfiguration
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Absolute.</summary>
    public required string Path { get; init; }

    /// <summary>What the ids of its sessions begin with.</summary>
    public required string SessionPrefix { get; init; }

    /// <summary><c>owner/name</c> on its host; null: the project is only here.</summary>
    public string? Repo { get; init; }

    public string DefaultBranch { get; init; } = "main";

    public string? Runtime { get; init; }

    public string? Agent { get; init; }

    public string? Workspace { get; init; }

    /// <summary>Given to its sessions; Athene's own variables win.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    public TrackerConfiguration? Tracker { get; init; }

    public ScmConfiguration? Scm { get; init; }

    /// <summary>Paths of the repository that a new worktree gets links to.</summary>
    public IReadOnlyList<string> Symlinks { get; init; } = [];

    /// <summary>Shell commands that run in a new worktree.</summary>
    public IReadOnlyList<string> PostCreate { get; init; } = [];

    public ProjectLimits Limits { get; init; } = new();

    /// <summary>What the project says itself of <see cref="AtheneConfiguration.Budgets"/>.</summary>
    public BudgetsConfiguration? Budgets { get; init; }

    public AgentSettings AgentConfig { get; init; } = new();

    public RoleConfiguration? Orchestrator { get; init; }

    public RoleConfiguration? Worker { get; init; }

    public IReadOnlyDictionary<string, ReactionConfiguration> Reactions { get; init; } = new Dictionary<string, ReactionConfiguration>();

    /// <summary>Names of the notifiers for its sessions; null: those of the whole configuration.</summary>
    public IReadOnlyList<string>? Notifiers { get; init; }

    /// <summary>Which notifiers get which priority of its sessions; goes before <see cref="Notifiers"/> and the whole configuration's.</summary>
    public IReadOnlyDictionary<NotificationPriority, IReadOnlyList<string>> NotificationRouting { get; init; } =
        new Dictionary<NotificationPriority, IReadOnlyList<string>>();

    public string? AgentRules { get; init; }

    /// <summary>A file with more rules, relative to the project.</summary>
    public string? AgentRulesFile { get; init; }

    public string? OrchestratorRules { get; init; }

    /// <summary>reuse, delete or ignore.</summary>
    public string OrchestratorSessionStrategy { get; init; } = "reuse";

    /// <summary>reuse, delete or ignore.</summary>
    public string OpencodeIssueSessionStrategy { get; init; } = "reuse";
}
