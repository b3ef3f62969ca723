using Athene.Configuration.Notifiers;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading.Notifiers;

/// <summary>Reads the keys of each kind of notifier.</summary>
internal static class NotifierSettingsReader
{
    public static NotifierSettings Read(string plugin, YamlSection section) => plugin switch
    {
        PluginNames.Log => new LogSettings(),
        PluginNames.Desktop => ReadDesktop(section),
        PluginNames.Dashboard => ReadDashboard(section),
        PluginNames.Slack => ReadSlack(section),
        PluginNames.Discord => ReadDiscord(section),
        PluginNames.Webhook => ReadWebhook(section),
        PluginNames.Email => ReadEmail(section),
        PluginNames.OpenClaw => ReadOpenClaw(section),
        _ => new UnsupportedSettings(plugin),
    };

    private static DesktopSettings ReadDesktop(YamlSection section)
    {
        // Of the reference: ways to show a bubble on macOS, and where a click leads.
        section.Ignore("dashboardUrl", "backend", "appPath");
        return new DesktopSettings { Sound = section.Flag("sound") ?? true };
    }

    private static DashboardSettings ReadDashboard(YamlSection section)
    {
        section.Ignore("configPath");
        var limit = section.Number("limit", least: 1) ?? new DashboardSettings().Limit;
        if (limit > DashboardSettings.Most) section.Report("limit", $"must be at most {DashboardSettings.Most}");
        return new DashboardSettings { Limit = limit };
    }

    private static SlackSettings ReadSlack(YamlSection section)
    {
        var defaults = new SlackSettings();
        return new SlackSettings
        {
            WebhookUrl = section.Secret("webhookUrl"),
            Token = section.Secret("token"),
            Channel = section.Text("channel"),
            Username = section.Text("username") ?? defaults.Username,
            ApiUrl = section.Text("apiUrl") ?? defaults.ApiUrl,
            Threads = section.Flag("threads") ?? defaults.Threads,
        };
    }

    private static DiscordSettings ReadDiscord(YamlSection section) => new()
    {
        WebhookUrl = section.Secret("webhookUrl"),
        Username = section.Text("username") ?? new DiscordSettings().Username,
        AvatarUrl = section.Text("avatarUrl"),
        ThreadId = section.TextOrNumber("threadId"),
    };

    private static WebhookSettings ReadWebhook(YamlSection section) => new()
    {
        Url = section.Secret("url"),
        Secret = section.Secret("secret"),
        Headers = section.SecretMap("headers") ?? new Dictionary<string, SecretText>(),
        AllowInsecure = section.Flag("allowInsecure") ?? false,
    };

    private static EmailSettings ReadEmail(YamlSection section) => new()
    {
        Host = section.Text("host"),
        Port = section.Number("port", least: 1),
        Security = section.Word("security", "starttls", "tls", "none") switch
        {
            "tls" => MailSecurity.Tls,
            "none" => MailSecurity.None,
            _ => MailSecurity.StartTls,
        },
        Username = section.Text("username"),
        Password = section.Secret("password"),
        From = section.Text("from"),
        To = section.Texts("to") ?? [],
    };

    private static OpenClawSettings ReadOpenClaw(YamlSection section)
    {
        var defaults = new OpenClawSettings();
        // Of the reference: how it is told lies in the notifier's own state.
        section.Ignore("healthSummaryPath");
        return new OpenClawSettings
        {
            Url = section.Secret("url") ?? defaults.Url,
            Token = section.Secret("token"),
            ConfigPath = section.Text("openclawConfigPath"),
            SenderName = section.Text("name") ?? defaults.SenderName,
            SessionKeyPrefix = section.Text("sessionKeyPrefix") ?? defaults.SessionKeyPrefix,
            WakeMode = section.Word("wakeMode", "now", "next-heartbeat") ?? defaults.WakeMode,
            Deliver = section.Flag("deliver") ?? defaults.Deliver,
        };
    }
}
