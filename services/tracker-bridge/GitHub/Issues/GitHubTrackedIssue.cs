using System.Text.Json;

namespace Athene.TrackerBridge.GitHub.Issues;

/// <summary>What of GitHub's issue is read; its field names are GitHub's.</summary>
/// <param name="StateReason">Why it is closed: completed, not_planned or duplicate.</param>
/// <param name="AuthorAssociation">OWNER, MEMBER and so on.</param>
/// <param name="PullRequest">There when it is a pull request, which GitHub lists among the issues.</param>
internal sealed record GitHubTrackedIssue(
    int Number,
    string Title,
    string? Body,
    string State,
    string? StateReason,
    string? HtmlUrl,
    IReadOnlyList<GitHubLabel>? Labels,
    GitHubUser? User,
    IReadOnlyList<GitHubUser>? Assignees,
    string? AuthorAssociation,
    JsonElement? PullRequest);
