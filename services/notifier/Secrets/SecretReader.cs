using System.Collections.Concurrent;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Events;
using Athene.Notifier.Channels;

namespace Athene.Notifier.Secrets;

/// <summary>
/// Reads secrets where they are used, from the environment and then from the secret store, and remembers which they were, so that none of them is
/// ever seen in an error.
/// </summary>
public sealed class SecretReader(DaprClient dapr, Func<string, string?> environment)
{
    /// <summary>Shorter ones stand in many a text by chance.</summary>
    private const int ShortestHidden = 6;

    private readonly ConcurrentDictionary<string, string?> stored = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> seen = new(StringComparer.Ordinal);

    /// <exception cref="ChannelException">A variable of it is nowhere.</exception>
    public async Task<string> ReadAsync(string key, SecretText secret, CancellationToken cancellationToken)
    {
        await LoadAsync(secret.Variables, cancellationToken);
        if (secret.Read(Find) is not { } text)
            throw new ChannelException($"the variables of '{key}' are neither in the environment nor in the secret store") { IsPermanent = true, IsMisconfigured = true };
        if (text.Length >= ShortestHidden) seen.TryAdd(text, 0);
        return text;
    }

    /// <summary>Likewise an address of the web.</summary>
    public async Task<Uri> AddressAsync(string key, SecretText secret, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(key, secret, cancellationToken);
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new ChannelException($"'{key}' is not an address") { IsPermanent = true, IsMisconfigured = true };
    }

    /// <summary>Asks the secret store for what the environment does not have. What it has not either is asked again the next time.</summary>
    public async Task LoadAsync(IEnumerable<string> variables, CancellationToken cancellationToken)
    {
        foreach (var name in variables.Where(name => string.IsNullOrEmpty(Find(name))))
        {
            try
            {
                stored[name] = (await dapr.GetSecretAsync(Topics.SecretStore, name, cancellationToken: cancellationToken)).GetValueOrDefault(name);
            }
            catch (DaprException)
            {
                // A store that does not have it answers with an error.
                stored[name] = null;
            }
        }
    }

    /// <summary>The value of a variable that is in the environment or was loaded.</summary>
    public string? Find(string name) => environment(name) is { Length: > 0 } value ? value : stored.GetValueOrDefault(name);

    /// <summary>The text without any secret that was read.</summary>
    public string Hide(string text) => seen.Keys.OrderByDescending(secret => secret.Length)
        .Aggregate(text, (clean, secret) => clean.Replace(secret, "[redacted]", StringComparison.Ordinal));
}
