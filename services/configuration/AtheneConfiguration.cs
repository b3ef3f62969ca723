using Athene.Configuration.Agents;
using Athene.Configuration.Budgets;
using Athene.Configuration.Notifiers;
using Athene.Configuration.Projects;
using Athene.Contracts.Notifications;

namespace Athene.Configuration;

/// <summary>What <c>athene.yaml</c> says, with the defaults for what it does not.</summary>
public sealed record AtheneConfiguration
{
    /// <summary>The file that was read, or null when there is none.</summary>
    public string? File { get; init; }

    /// <summary>The port of the web page; the next free one is taken.</summary>
    public int Port { get; init; } = 3000;

    public int TerminalPort { get; init; } = 14800;

    public int DirectTerminalPort { get; init; } = 14801;

    /// <summary>How long a silent agent counts as ready before it counts as idle.</summary>
    public TimeSpan ReadyThreshold { get; init; } = TimeSpan.FromMinutes(5);

    public bool PreventIdleSleep { get; init; } = OperatingSystem.IsMacOS();

    public LifecycleConfiguration Lifecycle { get; init; } = new();

    public LimitsConfiguration Limits { get; init; } = new();

    public PollingConfiguration Polling { get; init; } = new();

    public BudgetsConfiguration Budgets { get; init; } = new();

    public RetentionConfiguration Retention { get; init; } = new();

    public ObservabilityConfiguration Observability { get; init; } = new();

    public DefaultsConfiguration Defaults { get; init; } = new();

    public IReadOnlyList<PluginConfiguration> Plugins { get; init; } = [];

    /// <summary>simple or detailed.</summary>
    public string AttentionZones { get; init; } = "simple";

    public IReadOnlyDictionary<string, ProjectConfiguration> Projects { get; init; } = new Dictionary<string, ProjectConfiguration>();

    public IReadOnlyDictionary<string, NotifierConfiguration> Notifiers { get; init; } = new Dictionary<string, NotifierConfiguration>();

    /// <summary>Which notifiers get which priority; a priority that is not named goes to the default ones.</summary>
    public IReadOnlyDictionary<NotificationPriority, IReadOnlyList<string>> NotificationRouting { get; init; } =
        new Dictionary<NotificationPriority, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, ReactionConfiguration> Reactions { get; init; } = new Dictionary<string, ReactionConfiguration>();

    /// <summary>The budgets that hold for a project.</summary>
    public BudgetsConfiguration BudgetsOf(string projectId) => Budgets.With(Projects.GetValueOrDefault(projectId)?.Budgets);

    /// <summary>What this file says of hosts of pull requests and issues, by name such as <c>github.com</c>.</summary>
    public IReadOnlyDictionary<string, HostConfiguration> Hosts { get; init; } = new Dictionary<string, HostConfiguration>();

    /// <summary>What this file says about agents, by name; lies over the profiles of the home and the built-in ones.</summary>
    public IReadOnlyDictionary<string, AgentProfileLayer> Agents { get; init; } = new Dictionary<string, AgentProfileLayer>();

    /// <summary>What this file says of the host that answers at an address, null when it does not name it. The API of <c>github.com</c> is at <c>api.github.com</c>.</summary>
    public HostConfiguration? FindHost(Uri address) =>
        Hosts.GetValueOrDefault(address.Authority)
        ?? (address.Authority.StartsWith("api.", StringComparison.Ordinal) ? Hosts.GetValueOrDefault(address.Authority[4..]) : null);

    /// <summary>Whether any session may get a terminal of this kind: by default, or in a project that says so.</summary>
    public bool UsesRuntime(string runtime) => Defaults.Runtime == runtime || Projects.Values.Any(project => project.Runtime == runtime);
}
