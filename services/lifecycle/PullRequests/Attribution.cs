using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.PullRequests;

/// <summary>
/// Which pull requests become a session's without anybody saying so: those of its own branch in its own repository that are open, or that came and
/// were merged since it began (spec lifecycle.md §8.2). A fork may name its branch as it likes. Pure.
/// </summary>
internal static class Attribution
{
    public static IEnumerable<PullRequestDocument> Detected(SupervisionState state)
    {
        if (state.Session is not { Kind: SessionKind.Worker, PrAutoDetect: true, Branch: { } branch, Lifecycle.IsTerminal: false } session) return [];
        var own = session.Prs.Select(pr => PullRequestUrl.KeyOf(pr.Url)).ToHashSet();
        return state.PullRequests
            .Where(known => !own.Contains(known.Key) && !known.Value.IsFork && known.Value.HeadBranch == branch && Concerns(session, known.Value))
            .Select(known => new PullRequestDocument(
                known.Value.Url, known.Value.Number, known.Value.State.ToString().ToLowerInvariant(), known.Value.HeadSha, PullRequestOrigin.Detected));
    }

    // One that a restore has cleared must not end the session again.
    private static bool Concerns(SessionDocument session, PullRequestSnapshot pr) => pr.State switch
    {
        PullRequestState.Open => true,
        PullRequestState.Merged => pr.CreatedAt >= session.CreatedAt && session.RestoredAt is null && session.Prs.Count == 0,
        PullRequestState.Closed or PullRequestState.None => false,
    };
}
