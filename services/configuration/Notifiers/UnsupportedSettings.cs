namespace Athene.Configuration.Notifiers;

/// <summary>A notifier that Athene does not have. Its entry is read, so that a configuration of the reference works, and its user is told.</summary>
public sealed record UnsupportedSettings(string Plugin) : NotifierSettings(Plugin)
{
    public override IEnumerable<string> Problems(Func<string, string?> variable) => [Plugin == PluginNames.Composio
        ? "Athene does not send through Composio; name Slack, Discord or mail directly: plugin slack, discord or email"
        : $"there is no plugin '{Plugin}' (there are {string.Join(", ", PluginNames.Supported)}); a program of your own can be told by plugin webhook"];
}
