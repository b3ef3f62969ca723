using Athene.Contracts.PullRequests;

namespace Athene.Lifecycle.Messages;

/// <summary>What an agent is told of conflicts (spec lifecycle.md §11.3). Pure.</summary>
internal static class ConflictText
{
    public static string Of(PullRequestSnapshot pr)
    {
        var behind = pr.Blockers.Contains(MergeBlocker.BehindBase) ? ", and is behind it" : "";
        return $"Your pull request #{pr.Number} ({pr.Url}) conflicts with its base branch {Inline.Of(pr.BaseBranch)}{behind}. Fetch it, rebase your branch on "
            + $"origin/{Inline.Of(pr.BaseBranch)} (or merge that), resolve the conflicts so that both sides' intentions hold, run the tests, and push.";
    }
}
