namespace Athene.Configuration.Notifiers;

/// <summary>A gateway of OpenClaw, which wakes its agent.</summary>
public sealed record OpenClawSettings() : NotifierSettings(PluginNames.OpenClaw)
{
    public SecretText Url { get; init; } = new("http://127.0.0.1:18789/hooks/agent");

    /// <summary>Null: <c>hooks.token</c> of <see cref="ConfigPath"/>, else the variable OPENCLAW_HOOKS_TOKEN.</summary>
    public SecretText? Token { get; init; }

    /// <summary>OpenClaw's own configuration; null: <c>~/.openclaw/openclaw.json</c>.</summary>
    public string? ConfigPath { get; init; }

    public string SenderName { get; init; } = "Athene";

    public string SessionKeyPrefix { get; init; } = "hook:ao:";

    /// <summary>now or next-heartbeat.</summary>
    public string WakeMode { get; init; } = "now";

    public bool Deliver { get; init; } = true;

    public override IEnumerable<SecretText> Secrets => Token is null ? [Url] : [Url, Token];

    public override IEnumerable<string> Problems(Func<string, string?> variable)
    {
        if (ProblemOf("url", Url, variable) is { } wrong) yield return wrong;
    }
}
