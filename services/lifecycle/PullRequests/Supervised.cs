using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.PullRequests;

/// <summary>The pull requests that a supervisor looks after. Pure.</summary>
internal static class Supervised
{
    /// <summary>Those that the session owns and that are open; none when it has ended, or is an orchestrator.</summary>
    public static IEnumerable<PullRequestSnapshot> OpenPullRequests(SupervisionState state) =>
        state.Session is { Kind: SessionKind.Worker, Lifecycle.IsTerminal: false }
            ? state.OwnPullRequests().Where(pr => pr.State is PullRequestState.Open)
            : [];

    /// <summary>Names a pull request wherever its address was copied from.</summary>
    public static string Key(this PullRequestSnapshot pr) => PullRequestUrl.KeyOf(pr.Url);
}
