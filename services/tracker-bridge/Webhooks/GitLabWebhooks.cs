using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>GitLab sends the secret itself.</summary>
public sealed class GitLabWebhooks : IWebhookHost
{
    public string Provider => ProviderNames.GitLab;

    public string SecretName => "GITLAB_WEBHOOK_TOKEN";

    public string SignatureHeader => "X-Gitlab-Token";

    public string EventHeader => "X-Gitlab-Event";

    // The UUID is shared by all webhooks that one event sets off; the key is the same only where a delivery is repeated.
    public IReadOnlyList<string> DeliveryHeaders { get; } = ["Idempotency-Key", "X-Gitlab-Event-UUID"];

    public string SecretAdvice => "give the same value to the webhook as its Secret token, in the project's settings on GitLab";

    // Hashes are of one length, whatever was sent, so that neither the length nor the beginning of the secret can be told from the time.
    public bool Verifies(string signature, string secret, ReadOnlySpan<byte> body) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(signature)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public WebhookHint? Read(string eventName, JsonElement payload) => GitLabHints.Read(payload);
}
