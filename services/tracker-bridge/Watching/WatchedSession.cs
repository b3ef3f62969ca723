using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;

namespace Athene.TrackerBridge.Watching;

/// <summary>What the bridge needs to know of a live worker to find and follow its pull requests.</summary>
/// <param name="Issue">The issue that it works on, as a person wrote it.</param>
/// <param name="FindsByBranch">A pull request of its branch becomes its own without anybody saying so.</param>
public sealed record WatchedSession(string Id, string ProjectId, string? Branch, string? Issue, bool FindsByBranch, DateTimeOffset CreatedAt)
{
    public IReadOnlyList<WatchedPullRequest> PullRequests { get; init; } = [];

    /// <summary>The session, or null when it is none to be watched: it has ended, or is an orchestrator. Pure.</summary>
    public static WatchedSession? Of(SessionDocument session) => session is { Kind: SessionKind.Worker, Lifecycle.IsTerminal: false }
        ? new WatchedSession(session.Id, session.ProjectId, session.Branch, session.Issue, session.PrAutoDetect, session.CreatedAt)
        {
            PullRequests = [.. session.Prs.Select(pr => new WatchedPullRequest(
                PullRequestUrl.Parse(pr.Url)?.Repository ?? "", pr.Number, pr.State is "merged" or "closed"))],
        }
        : null;

    public bool Holds(string repo, int number) => PullRequests.Any(pr => pr.Number == number && pr.Repo.Equals(repo, StringComparison.OrdinalIgnoreCase));

    public bool Equals(WatchedSession? other) =>
        other is not null
        && (Id, ProjectId, Branch, Issue, FindsByBranch, CreatedAt) == (other.Id, other.ProjectId, other.Branch, other.Issue, other.FindsByBranch, other.CreatedAt)
        && PullRequests.SequenceEqual(other.PullRequests);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
