using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.GitHub.Issues;

/// <summary>GitHub's two states, and its reasons for the second (spec trackers-scm-notifiers.md §2).</summary>
internal sealed record GitHubIssueState(string State, string? StateReason)
{
    private const string Closed = "closed";

    private const string NotPlanned = "not_planned";

    private static readonly string[] NotDone = [NotPlanned, "duplicate"];

    /// <summary>What to tell GitHub; null for a state that it does not have.</summary>
    public static GitHubIssueState? Of(IssueState? state) => state switch
    {
        IssueState.Open => new GitHubIssueState("open", null),
        IssueState.Closed => new GitHubIssueState(Closed, "completed"),
        IssueState.Cancelled => new GitHubIssueState(Closed, NotPlanned),
        _ => null,
    };

    public static IssueState Read(GitHubTrackedIssue issue)
    {
        if (issue.State != Closed) return IssueState.Open;
        return NotDone.Contains(issue.StateReason) ? IssueState.Cancelled : IssueState.Closed;
    }
}
