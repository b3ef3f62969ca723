namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>A user, as GitLab tells of it alone and not in lists.</summary>
/// <param name="Bot">GitLab made it for a program.</param>
internal sealed record GitLabAccount(bool Bot);
