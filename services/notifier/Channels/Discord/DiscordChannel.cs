using Athene.Configuration.Notifiers;
using Athene.Notifier.Secrets;

namespace Athene.Notifier.Channels.Discord;

/// <summary>A webhook of Discord. It cannot say what arrived, so a process that dies between sending and noting may tell something twice.</summary>
public sealed class DiscordChannel(DiscordSettings settings, SecretReader secrets, ChannelHttp http, TimeProvider clock) : IChannel
{
    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var body = DiscordMessage.Of(message.Notification);
        body["username"] = settings.Username;
        if (settings.AvatarUrl is { } avatar) body["avatar_url"] = avatar;
        using var request = new HttpRequestMessage(HttpMethod.Post, await AddressAsync(cancellationToken)) { Content = JsonContent.Create(body) };
        await http.SendAsync(request, clock, cancellationToken);
    }

    // With wait=true Discord answers when the message is there, and not before it looked at it.
    private async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        var address = new UriBuilder(await secrets.AddressAsync("webhookUrl", settings.WebhookUrl!, cancellationToken));
        address.Query = $"{address.Query.TrimStart('?')}&wait=true{(settings.ThreadId is { } thread ? $"&thread_id={Uri.EscapeDataString(thread)}" : "")}".TrimStart('&');
        return address.Uri;
    }
}
