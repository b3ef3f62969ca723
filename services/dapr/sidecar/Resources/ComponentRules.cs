namespace Athene.Sidecar.Resources;

/// <summary>What the embedded sidecar makes of a component: what it honours, what it refuses, and what concerns only the real one.</summary>
internal static class ComponentRules
{
    private static readonly string[] Honoured = ["keyPrefix", Component.ActorStateStoreKey, "secretsFile", "nestedSeparator", "multiValued"];

    /// <summary>Metadata that promises something which would silently not be kept.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ttlInSeconds"] = "values would be kept for ever; give ttlInSeconds with each value",
        ["primaryEncryptionKey"] = "values would be stored in plain text",
        ["secondaryEncryptionKey"] = "values would be stored in plain text",
        ["outboxPublishPubsub"] = "nothing would be published",
        ["outboxPublishTopic"] = "nothing would be published",
        ["consumerID"] = "every app is a consumer of its own",
        ["publishingScopes"] = "every app may publish to every topic",
        ["subscriptionScopes"] = "every app may subscribe to every topic",
        ["allowedTopics"] = "every topic is allowed",
        ["protectedTopics"] = "no topic is protected",
        ["concurrencyMode"] = "several messages are delivered at once",
        ["prefix"] = "secrets would be found under other names",
    };

    private static readonly string[] SecretStoreTypes = ["secretstores.local.env", "secretstores.local.file"];

    /// <exception cref="FormatException">The sidecar cannot be what the component asks for.</exception>
    public static void Check(Component component)
    {
        if (!component.IsStateStore && !component.IsPubSub && !SecretStoreTypes.Contains(component.Type))
        {
            throw new FormatException(
                $"the component '{component.Name}' is of the type {component.Type}, which the embedded sidecar does not have. "
                + "Take the file away, or give the component scopes without the apps that run here");
        }

        foreach (var (name, _) in component.Metadata)
            if (Refused.TryGetValue(name, out var reason)) throw new FormatException($"the component '{component.Name}' sets {name}, which is not supported: {reason}");
        if (component.Metadata.GetValueOrDefault("keyPrefix") is { } prefix && prefix.Contains("||", StringComparison.Ordinal))
            throw new FormatException($"the component '{component.Name}' sets keyPrefix to '{prefix}', which must not contain '||'");
    }

    /// <summary>What of the component means nothing here; null when everything does.</summary>
    public static string? Remark(Component component)
    {
        var unused = component.Metadata.Keys.Except(Honoured, StringComparer.OrdinalIgnoreCase).ToList();
        return unused.Count == 0 ? null : $"the component '{component.Name}' ({component.Type}) is kept by the sidecar itself; not used: {string.Join(", ", unused)}";
    }
}
