namespace Athene.TrackerBridge.GitLab;

/// <summary>A user of GitLab.</summary>
internal sealed record GitLabUser(long Id, string Username);
