namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>A thread, or a comment that stands alone.</summary>
internal sealed record GitLabDiscussion(string Id, bool IndividualNote, IReadOnlyList<GitLabDiscussionNote> Notes)
{
    public bool IsUnresolved => Notes.Any(note => note is { Resolvable: true, Resolved: false });
}
