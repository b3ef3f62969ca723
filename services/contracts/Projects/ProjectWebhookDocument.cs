namespace Athene.Contracts.Projects;

/// <summary>What a configuration says of webhooks (spec trackers-scm-notifiers.md §10); null stands for the host's usual way.</summary>
/// <param name="SecretEnvVar">The name of the secret, never the secret.</param>
public sealed record ProjectWebhookDocument(
    bool Enabled = true,
    string? Path = null,
    string? SecretEnvVar = null,
    string? SignatureHeader = null,
    string? EventHeader = null,
    string? DeliveryHeader = null,
    int? MaxBodyBytes = null);
