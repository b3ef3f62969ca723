using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>GitHub signs the raw body with HMAC-SHA256.</summary>
public sealed class GitHubWebhooks : IWebhookHost
{
    private const string Scheme = "sha256=";

    public string Provider => ProviderNames.GitHub;

    public string SecretName => "GITHUB_WEBHOOK_SECRET";

    public string SignatureHeader => "X-Hub-Signature-256";

    public string EventHeader => "X-GitHub-Event";

    public IReadOnlyList<string> DeliveryHeaders { get; } = ["X-GitHub-Delivery"];

    public string SecretAdvice => "give the same value to the webhook as its Secret, in the repository's settings on GitHub";

    public bool Verifies(string signature, string secret, ReadOnlySpan<byte> body)
    {
        if (!signature.StartsWith(Scheme, StringComparison.Ordinal)) return false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, expected);
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var outcome = Convert.FromHexString(signature.AsSpan(Scheme.Length), given, out _, out var written);
        return outcome is System.Buffers.OperationStatus.Done && written == given.Length && CryptographicOperations.FixedTimeEquals(given, expected);
    }

    public WebhookHint? Read(string eventName, JsonElement payload) => GitHubHints.Read(eventName, payload);
}
