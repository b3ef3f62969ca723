namespace Athene.TrackerBridge.GitHub;

/// <summary>
/// Which secrets may go to which API. A project's configuration comes with its repository and may name any host: the owner's token for GitHub goes to
/// GitHub, the one for enterprise hosts to those that the owner has named himself, and none anywhere else. Pure.
/// </summary>
public static class GitHubTokenNames
{
    private static readonly string[] ForGitHub = ["GITHUB_TOKEN", "GH_TOKEN"];

    private static readonly string[] ForEnterprise = ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"];

    /// <summary>Every variable that a token can be in.</summary>
    internal static IEnumerable<string> All => [.. ForGitHub, .. ForEnterprise];

    /// <summary>The names of the secrets for an API, the one to prefer first.</summary>
    public static IReadOnlyList<string> For(Uri api, OwnersHosts owners)
    {
        if (OwnersHosts.IsPublic(api)) return ForGitHub;
        if (owners.IsOwnApi(api)) return [.. ForEnterprise, .. ForGitHub];
        return owners.Names(api) ? ForEnterprise : [];
    }
}
