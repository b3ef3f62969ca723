namespace Athene.TrackerBridge;

/// <summary>What a configuration calls the hosts, and which one a repository is at that says nothing (spec trackers-scm-notifiers.md §1). Pure.</summary>
internal static class ProviderNames
{
    public const string Local = "local";

    public const string GitHub = "github";

    public const string GitLab = "gitlab";

    public const string Linear = "linear";

    /// <summary>Null for a project that is on no host.</summary>
    public static string? OfRepo(string? repo, string? apiUrl = null)
    {
        if (repo is null) return null;
        return Mentions(repo) || Mentions(apiUrl) ? GitLab : GitHub;
    }

    private static bool Mentions(string? text) => text?.Contains(GitLab, StringComparison.OrdinalIgnoreCase) is true;
}
