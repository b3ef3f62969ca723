namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>A comment of a discussion.</summary>
/// <param name="System">GitLab itself says it: somebody pushed, assigned, approved.</param>
internal sealed record GitLabDiscussionNote(
    long Id, string Body, GitLabUser? Author, bool System, bool Resolvable, bool Resolved, GitLabPosition? Position);
