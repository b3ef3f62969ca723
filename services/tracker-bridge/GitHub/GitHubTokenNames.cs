namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// Which secrets may go to which API. A project's configuration comes with its repository and may name any host: the owner's token for GitHub goes to
/// GitHub, and else only where the owner's own environment sends it. Pure.
/// </summary>
public static class GitHubTokenNames
{
    private static readonly string[] ForGitHub = ["GITHUB_TOKEN", "GH_TOKEN"];

    private static readonly string[] ForEnterprise = ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"];

    /// <summary>The names of the secrets for an API, the one to prefer first.</summary>
    /// <param name="ownersApi">The API that the owner's environment names; null when it names none.</param>
    public static IReadOnlyList<string> For(Uri api, Uri? ownersApi)
    {
        if (OriginOf(api) == $"https://{GitHubApi.PublicHost}") return ForGitHub;
        return ownersApi is not null && OriginOf(api) == OriginOf(ownersApi) ? [.. ForEnterprise, .. ForGitHub] : ForEnterprise;
    }

    /// <summary>Scheme, host and port: whoever answers there gets what is sent.</summary>
    internal static string OriginOf(Uri api) => api.GetLeftPart(UriPartial.Authority);
}
