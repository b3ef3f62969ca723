using Athene.Configuration.Agents;
using Athene.Configuration.Projects;
using Athene.Configuration.Reading.Notifiers;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>Reads the keys of a whole configuration file.</summary>
internal static class ConfigurationReader
{
    private const int LeastGrace = 10_000;

    public static AtheneConfiguration Read(YamlSection root, string directory, string home)
    {
        _ = root.Text("$schema");
        var defaults = new AtheneConfiguration();
        var configuration = defaults with
        {
            Port = root.Number("port", least: 1) ?? defaults.Port,
            TerminalPort = root.Number("terminalPort", least: 1) ?? defaults.TerminalPort,
            DirectTerminalPort = root.Number("directTerminalPort", least: 1) ?? defaults.DirectTerminalPort,
            ReadyThreshold = Milliseconds(root, "readyThresholdMs") ?? defaults.ReadyThreshold,
            PreventIdleSleep = ReadPower(root.Section("power")) ?? defaults.PreventIdleSleep,
            Lifecycle = ReadLifecycle(root.Section("lifecycle")),
            Limits = LimitsReader.Read(root.Section("limits")),
            Polling = PollingReader.Read(root.Section("polling")),
            Budgets = BudgetReader.Read(root.Section("budgets")),
            Retention = ReadRetention(root.Section("retention")),
            Observability = ReadObservability(root.Section("observability")),
            Defaults = ReadDefaults(root.Section("defaults")),
            Plugins = root.List("plugins", ReadPlugin),
            AttentionZones = ReadDashboard(root.Section("dashboard")) ?? defaults.AttentionZones,
            Projects = root.Map("projects", (id, section) => ProjectReader.Read(id, section, directory, home)),
            Notifiers = root.Map("notifiers", NotifierReader.Read),
            NotificationRouting = RoutingReader.Read(root.Section("notificationRouting")),
            Reactions = root.Map("reactions", ReactionReader.Read),
            Hosts = root.Map("hosts", ReadHost),
            Agents = root.Map("agents", (_, section) => AgentProfileReader.Read(section)),
        };
        root.Close();
        return configuration;
    }

    private static HostConfiguration ReadHost(string name, YamlSection section)
    {
        var defaults = new HostConfiguration();
        var host = new HostConfiguration
        {
            Reserve = section.Number("reserve") ?? defaults.Reserve,
            Bots = section.Texts("bots") ?? defaults.Bots,
        };
        if (host.Reserve > 100) section.Report("reserve", "is a part of the limit in percent: at most 100");
        section.Close();
        return host;
    }

    private static TimeSpan? Milliseconds(YamlSection section, string key) =>
        section.Number(key) is { } number ? TimeSpan.FromMilliseconds(number) : null;

    private static bool? ReadPower(YamlSection? section)
    {
        var preventIdleSleep = section?.Flag("preventIdleSleep");
        section?.Close();
        return preventIdleSleep;
    }

    private static LifecycleConfiguration ReadLifecycle(YamlSection? section)
    {
        var defaults = new LifecycleConfiguration();
        if (section is null) return defaults;
        var lifecycle = new LifecycleConfiguration
        {
            AutoCleanupOnMerge = section.Flag("autoCleanupOnMerge") ?? defaults.AutoCleanupOnMerge,
            MergeCleanupIdleGrace = Milliseconds(section, "mergeCleanupIdleGraceMs") ?? defaults.MergeCleanupIdleGrace,
            SettleTime = Milliseconds(section, "settleTimeMs") ?? defaults.SettleTime,
            RuntimeLostGrace = Milliseconds(section, "runtimeLostGraceMs") ?? defaults.RuntimeLostGrace,
        };
        var grace = lifecycle.MergeCleanupIdleGrace.TotalMilliseconds;
        if (grace is > 0 and < LeastGrace)
        {
            section.Report("mergeCleanupIdleGraceMs", $"{grace} milliseconds is hardly meant; for {grace} seconds write {grace * 1000} (0 or at least {LeastGrace})");
        }

        section.Close();
        return lifecycle;
    }

    private static RetentionConfiguration ReadRetention(YamlSection? section)
    {
        var defaults = new RetentionConfiguration();
        if (section is null) return defaults;
        var retention = new RetentionConfiguration
        {
            EndedAge = section.Number("endedDays") is { } days ? TimeSpan.FromDays(days) : defaults.EndedAge,
            EndedSessions = section.Number("endedSessions") ?? defaults.EndedSessions,
        };
        section.Close();
        return retention;
    }

    private static ObservabilityConfiguration ReadObservability(YamlSection? section)
    {
        if (section is null) return new ObservabilityConfiguration();
        var observability = new ObservabilityConfiguration(section.Word("logLevel", "debug", "info", "warn", "error"), section.Flag("stderr") ?? false);
        section.Close();
        return observability;
    }

    private static DefaultsConfiguration ReadDefaults(YamlSection? section)
    {
        var defaults = new DefaultsConfiguration();
        if (section is null) return defaults;
        var read = new DefaultsConfiguration
        {
            Runtime = section.Word("runtime", RuntimeNames.All) ?? defaults.Runtime,
            Agent = section.Text("agent") ?? defaults.Agent,
            Workspace = section.Word("workspace", WorkspaceNames.All) ?? defaults.Workspace,
            Notifiers = section.Texts("notifiers"),
            Orchestrator = AgentSettingsReader.ReadRole(section.Section("orchestrator")),
            Worker = AgentSettingsReader.ReadRole(section.Section("worker")),
        };
        section.Close();
        return read;
    }

    private static PluginConfiguration ReadPlugin(YamlSection section)
    {
        var plugin = new PluginConfiguration(
            section.Text("name"),
            section.Word("source", "registry", "npm", "local"),
            section.Text("package"),
            section.TextOrNumber("version"),
            section.Text("path"),
            section.Flag("enabled") ?? true);
        section.Close();
        return plugin;
    }

    private static string? ReadDashboard(YamlSection? section)
    {
        var zones = section?.Word("attentionZones", "simple", "detailed");
        section?.Close();
        return zones;
    }
}
