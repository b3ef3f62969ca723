using System.Collections.Concurrent;
using Athene.Contracts.Events;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>The secrets that hosts prove themselves with, from the secret store (by default the environment).</summary>
public sealed partial class WebhookSecrets(DaprClient dapr, TimeProvider time, ILogger<WebhookSecrets> logger)
{
    /// <summary>How long an answer is good for: a secret may be replaced while the service runs.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Answer> answers = new();

    /// <summary>The secret of this name, or null when the store has none.</summary>
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (answers.TryGetValue(name, out var known) && time.GetUtcNow() - known.At < Kept) return known.Secret;
        var secret = await AskAsync(name, cancellationToken);
        answers[name] = new Answer(secret, time.GetUtcNow());
        return secret;
    }

    private async Task<string?> AskAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var values = await dapr.GetSecretAsync(Topics.SecretStore, name, cancellationToken: cancellationToken);
            return values.GetValueOrDefault(name) is { Length: > 0 } secret ? secret : null;
        }
        catch (DaprException missing)
        {
            // A store that does not have it answers with an error.
            LogNoSecret(name, missing.Message);
            return null;
        }
    }

    private sealed record Answer(string? Secret, DateTimeOffset At);
}
