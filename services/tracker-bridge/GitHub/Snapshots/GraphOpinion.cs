namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>What somebody who may write thinks of a pull request: of their reviews, the latest that is more than a comment.</summary>
/// <param name="State">APPROVED, CHANGES_REQUESTED or DISMISSED.</param>
internal sealed record GraphOpinion(string State);
