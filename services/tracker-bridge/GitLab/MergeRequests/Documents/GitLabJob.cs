namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>A job of a pipeline.</summary>
/// <param name="AllowFailure">The pipeline passes without it.</param>
internal sealed record GitLabJob(long Id, string Name, string? Stage, string Status, bool AllowFailure, string? WebUrl);
