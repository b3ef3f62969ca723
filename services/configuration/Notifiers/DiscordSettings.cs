namespace Athene.Configuration.Notifiers;

/// <summary>Discord, by a channel's webhook.</summary>
public sealed record DiscordSettings() : NotifierSettings(PluginNames.Discord)
{
    public SecretText? WebhookUrl { get; init; }

    public string Username { get; init; } = "Athene";

    public string? AvatarUrl { get; init; }

    /// <summary>A thread of the channel to write to.</summary>
    public string? ThreadId { get; init; }

    public override IEnumerable<SecretText> Secrets => WebhookUrl is null ? [] : [WebhookUrl];

    public override IEnumerable<string> Problems(Func<string, string?> variable)
    {
        if (WebhookUrl is null) yield return "it needs 'webhookUrl': in Discord, the channel's settings, Integrations, Webhooks";
        if (ProblemOf("webhookUrl", WebhookUrl, variable) is { } wrong) yield return wrong;
    }
}
