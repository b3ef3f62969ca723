namespace Athene.Configuration.Notifiers;

/// <summary>Any program that takes a POST.</summary>
public sealed record WebhookSettings() : NotifierSettings(PluginNames.Webhook)
{
    public SecretText? Url { get; init; }

    /// <summary>What bodies are signed with; null: they are not.</summary>
    public SecretText? Secret { get; init; }

    public IReadOnlyDictionary<string, SecretText> Headers { get; init; } = new Dictionary<string, SecretText>();

    /// <summary>Whether it may be http:// to another machine.</summary>
    public bool AllowInsecure { get; init; }

    public override IEnumerable<SecretText> Secrets => [.. new[] { Url, Secret }.OfType<SecretText>(), .. Headers.Values];

    public override IEnumerable<string> Problems(Func<string, string?> variable)
    {
        if (Url is null) yield return "it needs 'url'";
        if (ProblemOf("url", Url, variable, AllowInsecure) is { } wrong) yield return wrong;
    }
}
