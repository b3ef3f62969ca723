namespace Athene.Contracts.Lifecycle;

/// <summary>The state of a session's pull request (spec lifecycle.md §1.2).</summary>
public enum PullRequestState
{
    None,
    Open,
    Merged,
    Closed,
}
