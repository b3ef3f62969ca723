namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>What a comment is about: a line that was removed has only an old place.</summary>
internal sealed record GitLabPosition(string? NewPath, string? OldPath, int? NewLine, int? OldLine);
