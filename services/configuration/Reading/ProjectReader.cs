using Athene.Configuration.Projects;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>Reads one project of a configuration.</summary>
internal static class ProjectReader
{
    private static readonly string[] OrchestratorStrategies = ["reuse", "delete", "ignore", "delete-new", "ignore-new", "kill-previous"];

    private static readonly string[] IssueStrategies = ["reuse", "delete", "ignore"];

    /// <param name="directory">What relative paths start from: the folder of the configuration file.</param>
    /// <param name="home">The user's own folder, for <c>~/</c>.</param>
    public static ProjectConfiguration Read(string id, YamlSection section, string directory, string home, string? knownPath = null)
    {
        if (!SessionPrefix.IsValid(id)) section.Report("", $"the id '{id}' may have only letters, digits, '_' and '-'");
        var path = section.Text("path") ?? knownPath;
        if (path is null) section.Report("path", "is required: the folder of the repository");

        path = FullPath(path ?? id, directory, home);
        var prefix = section.Text("sessionPrefix");
        if (prefix is not null && !SessionPrefix.IsValid(prefix)) section.Report("sessionPrefix", "may have only letters, digits, '_' and '-'");

        var repo = section.Text("repo");
        if (repo is not null && !repo.Contains('/')) section.Report("repo", $"'{repo}' is not of the form owner/name");

        var project = new ProjectConfiguration
        {
            Id = id,
            Name = section.Text("name") ?? id,
            Path = path,
            SessionPrefix = prefix ?? SessionPrefix.From(path),
            Repo = repo,
            DefaultBranch = section.Text("defaultBranch") ?? "main",
            Runtime = section.Word("runtime", RuntimeNames.All),
            Agent = section.Text("agent"),
            Workspace = section.Word("workspace", WorkspaceNames.All),
            Env = section.TextMap("env") ?? new Dictionary<string, string>(),
            Tracker = TrackerReader.ReadTracker(section.Section("tracker")),
            Scm = TrackerReader.ReadScm(section.Section("scm")),
            Symlinks = section.Texts("symlinks") ?? [],
            PostCreate = section.VerbatimTexts("postCreate") ?? [],
            Limits = LimitsReader.ReadOfProject(section.Section("limits")),
            Budgets = BudgetReader.ReadOfProject(section.Section("budgets")),
            AgentConfig = AgentSettingsReader.Read(section.Section("agentConfig")) ?? new AgentSettings(),
            Orchestrator = AgentSettingsReader.ReadRole(section.Section("orchestrator")),
            Worker = AgentSettingsReader.ReadRole(section.Section("worker")),
            Reactions = section.Map("reactions", ReactionReader.Read),
            Notifiers = section.Texts("notifiers"),
            NotificationRouting = RoutingReader.Read(section.Section("notificationRouting")),
            AgentRules = section.Verbatim("agentRules"),
            AgentRulesFile = section.Text("agentRulesFile"),
            OrchestratorRules = section.Verbatim("orchestratorRules"),
            OrchestratorSessionStrategy = Plain(section.Word("orchestratorSessionStrategy", OrchestratorStrategies)),
            OpencodeIssueSessionStrategy = section.Word("opencodeIssueSessionStrategy", IssueStrategies) ?? "reuse",
        };
        section.Close();
        return project;
    }

    private static string Plain(string? strategy) => strategy switch
    {
        null => "reuse",
        "delete-new" or "kill-previous" => "delete",
        "ignore-new" => "ignore",
        _ => strategy,
    };

    private static string FullPath(string path, string directory, string home)
    {
        if (path == "~") return home;
        if (path.StartsWith("~/", StringComparison.Ordinal)) path = Path.Combine(home, path[2..]);
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, directory));
    }
}
