namespace Athene.Configuration.Projects;

/// <summary>How the host of a repository reports to Athene.</summary>
/// <param name="MaxBodyBytes">The largest body that is read.</param>
public sealed record WebhookConfiguration(
    bool Enabled = true,
    string? Path = null,
    string? SecretEnvVar = null,
    string? SignatureHeader = null,
    string? EventHeader = null,
    string? DeliveryHeader = null,
    int? MaxBodyBytes = null);
