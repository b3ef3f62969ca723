using Athene.Contracts.Lifecycle;

namespace Athene.Contracts.Sessions;

/// <summary>A verdict of the lifecycle service about a session; refused when the session has moved on since <paramref name="Observed"/>.</summary>
/// <param name="Observed">The state that the verdict was made from.</param>
public sealed record TransitionRequest(SessionState Observed, SessionState State, SessionReason Reason)
{
    /// <summary>How its pull requests stand, written together with the state; null: as they were.</summary>
    public PullRequestFindings? PullRequests { get; init; }
}
