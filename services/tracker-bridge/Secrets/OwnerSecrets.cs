using System.Collections.Concurrent;
using Athene.Contracts.Events;

namespace Athene.TrackerBridge.Secrets;

/// <summary>What the owner keeps in the secret store: by default the environment of the services.</summary>
public sealed partial class OwnerSecrets(DaprClient dapr, TimeProvider time, ILogger<OwnerSecrets> logger)
{
    /// <summary>How long an answer is good for: a secret may change while the service runs.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string? Value, DateTimeOffset At)> known = new(StringComparer.Ordinal);

    /// <summary>The first of these secrets that there is, or null when there is none.</summary>
    public async Task<string?> FirstAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            if (await FindAsync(name, cancellationToken) is { } secret) return secret;
        }

        return null;
    }

    private async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(name, out var last) && time.GetUtcNow() - last.At < Kept) return last.Value;
        var value = await AskAsync(name, cancellationToken);
        known[name] = (value, time.GetUtcNow());
        return value;
    }

    private async Task<string?> AskAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var secret = await dapr.GetSecretAsync(Topics.SecretStore, name, cancellationToken: cancellationToken);
            return secret.GetValueOrDefault(name) is { Length: > 0 } value ? value.Trim() : null;
        }
        catch (DaprException missing)
        {
            // A store that does not have it answers with an error.
            LogNoSecret(name, missing.Message);
            return null;
        }
    }
}
