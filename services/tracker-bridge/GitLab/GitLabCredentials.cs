using Athene.TrackerBridge.Secrets;

namespace Athene.TrackerBridge.GitLab;

/// <summary>The token for a GitLab: what <see cref="GitLabTokenNames"/> allows of the secret store, else the login of the <c>glab</c> command there.</summary>
public sealed class GitLabCredentials(OwnerSecrets secrets, GlabLogins logins, IConfiguration configuration)
{
    /// <summary>The API that the owner's environment names; null when it names none.</summary>
    public Uri? OwnersApi => (configuration["GITLAB_API_URL"] ?? configuration["GITLAB_HOST"]) is { Length: > 0 } named ? GitLabProject.AddressOf(named) : null;

    /// <summary>Null when there is none: public projects can be read without.</summary>
    public async Task<string?> TokenForAsync(Uri api, CancellationToken cancellationToken) =>
        await secrets.FirstAsync(GitLabTokenNames.For(api, OwnersApi), cancellationToken) ?? await logins.TokenForAsync(api, cancellationToken);
}
