namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>What of a project says how it merges.</summary>
/// <param name="MergeMethod">merge, rebase_merge or ff.</param>
internal sealed record GitLabProjectSettings(string PathWithNamespace, string? MergeMethod, bool MergeTrainsEnabled);
