namespace Athene.Configuration.Notifiers;

/// <summary>Slack: an incoming webhook, or a bot that can keep a thread a session.</summary>
public sealed record SlackSettings() : NotifierSettings(PluginNames.Slack)
{
    public SecretText? WebhookUrl { get; init; }

    /// <summary>A bot token (<c>xoxb-…</c>) with the scope chat:write; needs <see cref="Channel"/>.</summary>
    public SecretText? Token { get; init; }

    /// <summary>A channel's id, or its name.</summary>
    public string? Channel { get; init; }

    public string Username { get; init; } = "Athene";

    /// <summary>Of the Web API.</summary>
    public string ApiUrl { get; init; } = "https://slack.com/api/";

    /// <summary>Whether all about a session stands under its first message (bots only).</summary>
    public bool Threads { get; init; } = true;

    public override IEnumerable<SecretText> Secrets => [.. new[] { WebhookUrl, Token }.OfType<SecretText>()];

    public override IEnumerable<string> Problems(Func<string, string?> variable)
    {
        if (WebhookUrl is null && Token is null) yield return "it needs 'webhookUrl' (an incoming webhook) or 'token' (of a bot) with 'channel'";
        if (Token is not null && Channel is null) yield return "a bot needs 'channel'";
        if (ProblemOf("webhookUrl", WebhookUrl, variable) is { } wrong) yield return wrong;
        if (SafeAddress.ProblemOf("apiUrl", ApiUrl) is { } insecure) yield return insecure;
    }
}
