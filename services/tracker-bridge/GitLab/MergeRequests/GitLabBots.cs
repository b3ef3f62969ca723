using System.Text.RegularExpressions;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>Which users are programs: GitLab's REST API does not say, but it names the accounts that it makes for them (spec trackers-scm-notifiers.md §9). Pure.</summary>
internal static partial class GitLabBots
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "gitlab-bot", "ghost", "alert-bot", "support-bot", "sast-bot", "GitLabDuo", "dependabot", "renovate", "renovate-bot", "codeclimate", "sonarcloud", "snyk-bot",
    };

    public static bool IsBot(GitLabUser? user) => user is null || Known.Contains(user.Username) || Made().IsMatch(user.Username);

    [GeneratedRegex(@"^(project|group)_[0-9]+_bot|^service_account_|\[bot\]$|[-_]bot$", RegexOptions.IgnoreCase)]
    private static partial Regex Made();
}
