using Athene.Configuration.Notifiers;
using Athene.Notifier.Secrets;

namespace Athene.Notifier.Channels.Slack;

/// <summary>An incoming webhook of Slack. It cannot say what arrived, so a process that dies between sending and noting may tell something twice.</summary>
public sealed class SlackWebhookChannel(SlackSettings settings, SecretReader secrets, ChannelHttp http, TimeProvider clock) : IChannel
{
    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var body = SlackMessage.Of(message.Notification);
        body["username"] = settings.Username;
        if (settings.Channel is { } channel) body["channel"] = channel;
        using var request = new HttpRequestMessage(HttpMethod.Post, await secrets.AddressAsync("webhookUrl", settings.WebhookUrl!, cancellationToken));
        request.Content = JsonContent.Create(body);
        await http.SendAsync(request, clock, cancellationToken);
    }
}
