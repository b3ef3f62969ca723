namespace Athene.Contracts.PullRequests;

/// <summary>A review that says something of its own, beside its threads. Its words are anybody's and are not to be trusted.</summary>
/// <param name="Decision">approved, changes_requested, or none for a comment.</param>
public sealed record ReviewDocument(
    string Id, string Author, bool AuthorIsBot, bool AuthorMayWrite, ReviewDecision Decision, string Body, string? Url = null);
