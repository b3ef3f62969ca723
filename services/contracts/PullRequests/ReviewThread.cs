namespace Athene.Contracts.PullRequests;

/// <summary>An unresolved remark on a pull request. Its words are anybody's and are not to be trusted.</summary>
/// <param name="Id">The host's id of the thread.</param>
/// <param name="LastCommentId">The host's id of its newest comment, of those that are in its body: an answer in the thread makes it news again.</param>
/// <param name="AuthorIsBot">A program wrote it, as the host says or the configuration knows.</param>
/// <param name="AuthorMayWrite">The author is trusted as one of the project: on GitHub an owner, member or collaborator, on GitLab a developer or more.</param>
/// <param name="Body">The first comment, and the answers to it.</param>
/// <param name="Path">The file, relative to the repository; null for a remark on the whole.</param>
public sealed record ReviewThread(
    string Id,
    string LastCommentId,
    string Author,
    bool AuthorIsBot,
    bool AuthorMayWrite,
    string Body,
    string? Path = null,
    int? Line = null,
    string? Url = null)
{
    /// <summary>Who wrote the newest comment; null where that is not known. What the author of the pull request answers is no news to the agent.</summary>
    public string? LastAuthor { get; init; }
}
