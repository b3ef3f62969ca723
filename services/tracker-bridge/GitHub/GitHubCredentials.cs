using System.Collections.Concurrent;
using Athene.TrackerBridge.Secrets;

namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// The token for an API: what <see cref="GitHubTokenNames"/> allows of the secret store (by default the environment), else one of the owner's GitHub App,
/// else the login of the <c>gh</c> command.
/// </summary>
public sealed class GitHubCredentials(OwnersHosts owners, OwnerSecrets secrets, GitHubAppTokens app, GitHubLogin login, TimeProvider time)
{
    /// <summary>How long a login is good for: it may change while the service runs.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string? Token, DateTimeOffset At)> logins = new(StringComparer.Ordinal);

    /// <summary>The token for an API, or null when there is none: public repositories can be read without.</summary>
    public async Task<string?> TokenForAsync(Uri api, CancellationToken cancellationToken) =>
        await secrets.FirstAsync(GitHubTokenNames.For(api, owners), cancellationToken)
        ?? await app.TokenForAsync(api, cancellationToken)
        ?? await LoginForAsync(api, cancellationToken);

    /// <summary>Whose token it is, where it is another one every hour; null: nobody's but its own.</summary>
    public string? IdentityOf(string token) => app.IdentityOf(token);

    private async Task<string?> LoginForAsync(Uri api, CancellationToken cancellationToken)
    {
        var origin = ApiAddress.OriginOf(api);
        if (logins.TryGetValue(origin, out var last) && time.GetUtcNow() - last.At < Kept) return last.Token;
        var token = await login.TokenForAsync(api, cancellationToken);
        logins[origin] = (token, time.GetUtcNow());
        return token;
    }
}
