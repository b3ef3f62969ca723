using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.PullRequests;

/// <summary>
/// Which pull requests become a session's without anybody saying so: open ones of its own branch in its own repository (spec lifecycle.md §8.2).
/// A fork may name its branch as it likes. Pure.
/// </summary>
internal static class Attribution
{
    public static IEnumerable<PullRequestDocument> Detected(SupervisionState state)
    {
        if (state.Session is not { Kind: SessionKind.Worker, PrAutoDetect: true, Branch: { } branch, Lifecycle.IsTerminal: false } session) return [];
        var own = session.Prs.Select(pr => PullRequestUrl.KeyOf(pr.Url)).ToHashSet();
        return state.PullRequests
            .Where(known => !own.Contains(known.Key) && known.Value is { State: PullRequestState.Open, IsFork: false } && known.Value.HeadBranch == branch)
            .Select(known => new PullRequestDocument(known.Value.Url, known.Value.Number, "open", known.Value.HeadSha, PullRequestOrigin.Detected));
    }
}
