namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>A review.</summary>
/// <param name="State">APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED or PENDING.</param>
/// <param name="Author">Null when the account is gone.</param>
internal sealed record GraphReview(string Id, string State, string Body, string? Url, GraphActor? Author, string AuthorAssociation);
