using System.Collections.Concurrent;
using Athene.Contracts.Events;

namespace Athene.TrackerBridge.Secrets;

/// <summary>What the owner keeps in the secret store: by default the environment of the services.</summary>
public sealed partial class OwnerSecrets(DaprClient dapr, TimeProvider time, ILogger<OwnerSecrets> logger)
{
    /// <summary>How long an answer is good for: a secret may change while the service runs.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>Likewise that there is none: some stores answer so while they cannot be reached.</summary>
    private static readonly TimeSpan MissingFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (string? Value, DateTimeOffset At)> known = new(StringComparer.Ordinal);

    /// <summary>The first of these secrets that there is, or null when there is none. While the store does not answer, those that it last told.</summary>
    /// <exception cref="DaprException">The store does not answer, and never told: nobody knows.</exception>
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
        var isKnown = known.TryGetValue(name, out var last);
        if (isKnown && time.GetUtcNow() - last.At < (last.Value is null ? MissingFor : Kept)) return last.Value;
        try
        {
            var value = await AskAsync(name, cancellationToken);
            known[name] = (value, time.GetUtcNow());
            return value;
        }
        catch (DaprException away) when (isKnown && last.Value is not null)
        {
            LogStale(away, name);
            return last.Value;
        }
    }

    private async Task<string?> AskAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            // Nothing but space would be a key that anybody knows.
            var secret = await dapr.GetSecretAsync(Topics.SecretStore, name, cancellationToken: cancellationToken);
            return secret.GetValueOrDefault(name)?.Trim() is { Length: > 0 } value ? value : null;
        }
        catch (DaprApiException missing) when (!missing.IsTransient && missing.ErrorCode.StartsWith("ERR_", StringComparison.Ordinal))
        {
            // A store that does not have it answers with an error of its own.
            LogNoSecret(name, missing.Message);
            return null;
        }
    }
}
