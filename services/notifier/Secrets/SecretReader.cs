using System.Collections.Concurrent;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Events;
using Athene.Notifier.Channels;

namespace Athene.Notifier.Secrets;

/// <summary>
/// Reads secrets where they are used, from the environment and then from the secret store, and remembers which they were, so that none of them is
/// ever seen in an error.
/// </summary>
public sealed class SecretReader(DaprClient dapr, Func<string, string?> environment, TimeProvider clock)
{
    /// <summary>How long what the store answered is good for: a secret may change while the service runs.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (string Value, DateTimeOffset At)> stored = new(StringComparer.Ordinal);
    private readonly SecretTexts seen = new();

    /// <exception cref="ChannelException">A variable of it is nowhere, or the secret store does not answer.</exception>
    public async Task<string> ReadAsync(string key, SecretText secret, CancellationToken cancellationToken)
    {
        var isAnswered = await LoadAsync(secret.Variables, cancellationToken);
        if (secret.Read(Find) is not { } text) throw isAnswered ? Missing(key) : new ChannelException($"the secret store does not answer, and '{key}' needs it");
        seen.Add(text);
        return text;
    }

    /// <summary>Likewise an address of the web.</summary>
    public async Task<Uri> AddressAsync(string key, SecretText secret, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(key, secret, cancellationToken);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) throw new ChannelException($"'{key}' is not an address") { IsPermanent = true, IsMisconfigured = true };
        seen.Add(address);
        return address;
    }

    /// <summary>Asks the secret store for what the environment does not have. What it has not either is asked again the next time.</summary>
    /// <returns>False: it did not answer; what it told earlier is still there.</returns>
    public async Task<bool> LoadAsync(IEnumerable<string> variables, CancellationToken cancellationToken)
    {
        var isAnswered = true;
        foreach (var name in variables.Where(name => string.IsNullOrWhiteSpace(environment(name)) && !IsFresh(name)))
        {
            try
            {
                Keep(name, (await dapr.GetSecretAsync(Topics.SecretStore, name, cancellationToken: cancellationToken)).GetValueOrDefault(name));
            }
            catch (DaprApiException missing) when (!missing.IsTransient && missing.ErrorCode.StartsWith("ERR_", StringComparison.Ordinal))
            {
                // A store that does not have it answers with an error of its own.
                Keep(name, null);
            }
            catch (DaprException)
            {
                isAnswered = false;
            }
        }

        return isAnswered;
    }

    /// <summary>The value of a variable that is in the environment or was loaded.</summary>
    public string? Find(string name)
    {
        if (environment(name) is { } value && !string.IsNullOrWhiteSpace(value)) return value;
        return stored.TryGetValue(name, out var known) ? known.Value : null;
    }

    /// <summary>The text without any secret that was read.</summary>
    public string Hide(string text) => seen.Hide(text);

    private bool IsFresh(string name) => stored.TryGetValue(name, out var known) && clock.GetUtcNow() - known.At < Kept;

    // Nothing but space would be a key that anybody knows.
    private void Keep(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) stored.TryRemove(name, out _);
        else stored[name] = (value, clock.GetUtcNow());
    }

    private static ChannelException Missing(string key) =>
        new($"the variables of '{key}' are neither in the environment nor in the secret store") { IsPermanent = true, IsMisconfigured = true };
}
