namespace Athene.TrackerBridge.GitLab;

/// <summary>A comment that is to be made.</summary>
internal sealed record GitLabNote(string Body);
