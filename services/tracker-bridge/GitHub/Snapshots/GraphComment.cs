namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>What somebody said in a conversation.</summary>
/// <param name="Author">Null when the account is gone.</param>
internal sealed record GraphComment(string Id, string Body, string? Url, GraphActor? Author, string AuthorAssociation);
