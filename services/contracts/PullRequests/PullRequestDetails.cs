using Athene.Contracts.Lifecycle;

namespace Athene.Contracts.PullRequests;

/// <summary>A pull request as its host knows it. Title, branches and author were chosen by others and are not to be trusted.</summary>
/// <param name="State">open, merged or closed.</param>
/// <param name="HeadBranch">The branch in <paramref name="HeadRepository"/> that is to be merged.</param>
/// <param name="HeadSha">The commit at the end of that branch when the host was asked.</param>
/// <param name="HeadRepository"><c>owner/name</c>; null when that repository is gone.</param>
/// <param name="IsFork">The branch is not in the repository that the pull request is for.</param>
public sealed record PullRequestDetails(
    string Url,
    int Number,
    PullRequestState State,
    string Title,
    bool IsDraft,
    string HeadBranch,
    string HeadSha,
    string? HeadRepository,
    bool IsFork,
    string BaseBranch,
    string? Author)
{
    /// <summary>
    /// The ref under which the repository itself has the head, also that of a fork, such as <c>refs/pull/42/head</c>; null where a host has none.
    /// </summary>
    public string? HeadRef { get; init; }
}
