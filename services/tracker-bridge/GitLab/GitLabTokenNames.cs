namespace Athene.TrackerBridge.GitLab;

/// <summary>
/// Which secrets may go to which API. A project's configuration comes with its repository and may name any host: the owner's token is for gitlab.com, or
/// for the one host that the owner's own environment names instead. Pure.
/// </summary>
public static class GitLabTokenNames
{
    private static readonly string[] Names = ["GITLAB_TOKEN", "GITLAB_ACCESS_TOKEN"];

    /// <summary>The names of the secrets for an API, the one to prefer first; none for a host that nobody but a project names.</summary>
    /// <param name="ownersApi">The API that the owner's environment names; null when it names none.</param>
    public static IReadOnlyList<string> For(Uri api, Uri? ownersApi) =>
        ApiAddress.OriginOf(api) == ApiAddress.OriginOf(ownersApi ?? new Uri(GitLabProject.PublicApi)) ? Names : [];
}
