namespace Athene.TrackerBridge.GitLab.MergeRequests.Documents;

/// <summary>Somebody who was asked for a review.</summary>
/// <param name="State">unreviewed, reviewed, requested_changes, approved, unapproved or review_started.</param>
internal sealed record GitLabReviewer(GitLabUser User, string State);
