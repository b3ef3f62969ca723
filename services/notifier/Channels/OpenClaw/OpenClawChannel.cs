using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;
using Athene.Notifier.Secrets;
using Athene.Notifier.Wording;

namespace Athene.Notifier.Channels.OpenClaw;

/// <summary>A gateway of OpenClaw (spec trackers-scm-notifiers.md §14.4). Its agent reads what it is sent, so words of other people are marked as quoted.</summary>
public sealed class OpenClawChannel(OpenClawSettings settings, SecretReader secrets, ChannelHttp http, TimeProvider clock) : IChannel
{
    private const string TokenVariable = "OPENCLAW_HOOKS_TOKEN";

    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        var notification = message.Notification;
        using var request = new HttpRequestMessage(HttpMethod.Post, await secrets.AddressAsync("url", settings.Url, cancellationToken));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellationToken));
        request.Content = JsonContent.Create(new JsonObject
        {
            ["message"] = Text(notification),
            ["name"] = settings.SenderName,
            ["sessionKey"] = settings.SessionKeyPrefix + string.Concat((notification.SessionId ?? "athene").Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')),
            ["wakeMode"] = settings.WakeMode,
            ["deliver"] = settings.Deliver,
        });
        await http.SendAsync(request, clock, cancellationToken);
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        if (settings.Token is { } token) return await secrets.ReadAsync("token", token, cancellationToken);
        if (await TokenOfGatewayAsync(cancellationToken) is { } own) return await secrets.ReadAsync("hooks.token", new SecretText(own), cancellationToken);
        return await secrets.ReadAsync("token", new SecretText($"${{{TokenVariable}}}"), cancellationToken);
    }

    private async Task<string?> TokenOfGatewayAsync(CancellationToken cancellationToken)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var file = settings.ConfigPath ?? Path.Combine(home, ".openclaw", "openclaw.json");
        if (!File.Exists(file)) return null;
        try
        {
            return (string?)JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken))?["hooks"]?["token"];
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new ChannelException("OpenClaw's own configuration cannot be read; set 'token'", unreadable) { IsPermanent = true, IsMisconfigured = true };
        }
    }

    private static string Text(Notification notification)
    {
        var text = new StringBuilder($"**{notification.Priority}: {Headline.Of(notification)}**\n\n");
        text.AppendJoin('\n', $"{Headline.Subtitle(notification)}\n{notification.Body}".Plain().Trim().Split('\n').Select(line => $"> {line}")).Append('\n');
        foreach (var fact in Facts.Of(notification)) text.Append($"\n- {fact.Name}: {fact.Value.Plain().ReplaceLineEndings(" ")}");
        foreach (var link in Link.Of(notification)) text.Append($"\n- {link.Label}: {link.Address.AbsoluteUri}");
        return text.ToString();
    }
}
