using Athene.Configuration.Notifiers;
using Athene.Notifier.Channels.Desktop;
using Athene.Notifier.Channels.Discord;
using Athene.Notifier.Channels.Email;
using Athene.Notifier.Channels.OpenClaw;
using Athene.Notifier.Channels.Slack;
using Athene.Notifier.Channels.Webhook;
using Athene.Notifier.Secrets;

namespace Athene.Notifier.Channels;

/// <summary>Makes the channel of each notifier of the configuration.</summary>
public sealed class ChannelFactory(
    SecretReader secrets, ChannelHttp http, SlackThreads threads, DesktopEnvironment desktop, TimeProvider clock, ILogger<LogChannel> log)
{
    public IChannel Create(NotifierConfiguration notifier) => notifier.Settings switch
    {
        LogSettings => new LogChannel(log),
        DashboardSettings => new DashboardChannel(),
        DesktopSettings settings => new DesktopChannel(settings, desktop),
        SlackSettings { Token: not null, Channel: not null } settings =>
            new SlackBotChannel(notifier.Name, settings, new SlackApi(settings, secrets, http, clock), threads),
        SlackSettings { Token: null, WebhookUrl: not null } settings => new SlackWebhookChannel(settings, secrets, http, clock),
        DiscordSettings { WebhookUrl: not null } settings => new DiscordChannel(settings, secrets, http, clock),
        WebhookSettings { Url: not null } settings => new WebhookChannel(settings, secrets, http, clock),
        EmailSettings { Host: not null, From: not null, To.Count: > 0 } settings => new EmailChannel(settings, secrets, clock),
        OpenClawSettings settings => new OpenClawChannel(settings, secrets, http, clock),
        var unusable => new UnusableChannel(unusable),
    };
}
