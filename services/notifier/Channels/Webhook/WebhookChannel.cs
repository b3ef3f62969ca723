using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Athene.Configuration.Notifiers;
using Athene.Notifier.Secrets;

namespace Athene.Notifier.Channels.Webhook;

/// <summary>
/// Any program that takes a POST. The header <c>webhook-id</c> is the notification's id, the same at every try: by it the receiver knows what it already has.
/// </summary>
public sealed class WebhookChannel(WebhookSettings settings, SecretReader secrets, ChannelHttp http, TimeProvider clock) : IChannel
{
    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var address = await secrets.AddressAsync("url", settings.Url!, cancellationToken);
        if (SafeAddress.ProblemOf("url", address.AbsoluteUri, settings.AllowInsecure) is { } problem)
            throw new ChannelException(problem) { IsPermanent = true, IsMisconfigured = true };

        var now = clock.GetUtcNow();
        var body = Encoding.UTF8.GetBytes(WebhookBody.Of(message.Notification, now).ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TryAddWithoutValidation("webhook-id", message.Notification.Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (settings.Secret is { } secret)
        {
            var key = await secrets.ReadAsync("secret", secret, cancellationToken);
            request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Of(key, message.Notification.Id, now, body));
        }

        foreach (var (name, value) in settings.Headers) request.Headers.TryAddWithoutValidation(name, await secrets.ReadAsync($"headers.{name}", value, cancellationToken));
        await http.SendAsync(request, clock, cancellationToken);
    }
}
