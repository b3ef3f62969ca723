using Athene.Configuration.Yaml;

namespace Athene.Configuration.Notifiers;

/// <summary>All notifiers of a configuration, with those that need no settings and those that are named somewhere but nowhere described.</summary>
public sealed class NotifierCatalog
{
    private readonly Dictionary<string, NotifierConfiguration> notifiers = new(StringComparer.Ordinal);
    private readonly HashSet<string> named;

    public NotifierCatalog(AtheneConfiguration configuration)
    {
        foreach (var notifier in configuration.Notifiers.Values) notifiers[notifier.Name] = notifier;
        named = [.. configuration.Notifiers.Keys, .. NamesIn(configuration)];
        foreach (var name in PluginNames.Always.Concat(named)) notifiers.TryAdd(name, Undescribed(name));
        Default = configuration.Defaults.Notifiers ?? [.. PluginNames.Always.Concat(configuration.Notifiers.Keys).Distinct()];
    }

    public IReadOnlyCollection<NotifierConfiguration> All => notifiers.Values;

    /// <summary>Who hears of what no route mentions.</summary>
    public IReadOnlyList<string> Default { get; }

    /// <summary>Whether the configuration speaks of it: of those that everybody has, nobody expects more than there is.</summary>
    public bool IsNamed(string notifier) => named.Contains(notifier);

    /// <summary>What keeps any of them from reaching anybody.</summary>
    /// <param name="variable">Gives the value of a variable, or null.</param>
    public IReadOnlyList<NotifierProblem> Problems(Func<string, string?> variable) =>
        [.. notifiers.Values.SelectMany(notifier => ProblemsOf(notifier, variable))];

    /// <summary>What keeps one of them from reaching anybody.</summary>
    public IReadOnlyList<NotifierProblem> ProblemsOf(NotifierConfiguration notifier, Func<string, string?> variable) =>
    [
        .. notifier.Settings.Problems(variable)
            .Concat(notifier.Settings.Secrets.SelectMany(secret => secret.Variables).Distinct().Where(name => string.IsNullOrEmpty(variable(name)))
                .Select(name => $"the variable {name} is neither in the environment nor in the secret store"))
            .Select(what => new NotifierProblem(notifier.Name, what + Suggestion(notifier))),
    ];

    private string Suggestion(NotifierConfiguration notifier) =>
        notifier.Settings is UnsupportedSettings && notifier.Settings.Plugin == notifier.Name
            ? Nearest.Suggest(notifier.Name, [.. notifiers.Keys.Where(name => name != notifier.Name)])
            : "";

    private static IEnumerable<string> NamesIn(AtheneConfiguration configuration) =>
        configuration.NotificationRouting.Values
            .Append(configuration.Defaults.Notifiers ?? [])
            .Concat(configuration.Projects.Values.SelectMany(project => project.NotificationRouting.Values.Append(project.Notifiers ?? [])))
            .SelectMany(names => names);

    private static NotifierConfiguration Undescribed(string name) => new(name, name switch
    {
        PluginNames.Log => new LogSettings(),
        PluginNames.Desktop => new DesktopSettings(),
        PluginNames.Dashboard => new DashboardSettings(),
        PluginNames.Slack => new SlackSettings(),
        PluginNames.Discord => new DiscordSettings(),
        PluginNames.Webhook => new WebhookSettings(),
        PluginNames.Email => new EmailSettings(),
        PluginNames.OpenClaw => new OpenClawSettings(),
        _ => new UnsupportedSettings(name),
    });
}
