namespace Athene.Configuration.Notifiers;

/// <summary>The kinds of notifiers, as a configuration names them.</summary>
public static class PluginNames
{
    public const string Log = "log";

    public const string Desktop = "desktop";

    public const string Dashboard = "dashboard";

    public const string Slack = "slack";

    public const string Discord = "discord";

    public const string Webhook = "webhook";

    public const string Email = "email";

    public const string OpenClaw = "openclaw";

    /// <summary>Of the reference; Athene does not have it.</summary>
    public const string Composio = "composio";

    public static IReadOnlyList<string> Supported { get; } = [Log, Desktop, Dashboard, Slack, Discord, Webhook, Email, OpenClaw];

    /// <summary>Those that need no settings: everybody has them.</summary>
    public static IReadOnlyList<string> Always { get; } = [Log, Dashboard, Desktop];
}
