namespace Athene.Contracts.Tracking;

/// <summary>Commits that came to a branch of a host's repository.</summary>
/// <param name="HeadSha">The commit that the branch is at now; null: the branch was deleted.</param>
public sealed record PushDocument(string Repo, string Branch, string? HeadSha);
