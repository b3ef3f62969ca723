using Athene.Contracts.Lifecycle;

namespace Athene.Contracts.Sessions;

/// <summary>How the pull requests of a session stand, as the lifecycle service found them.</summary>
/// <param name="State">All of them together (spec lifecycle.md §6).</param>
/// <param name="Prs">
/// Each of them. One that the session does not have is added when it was detected by the session's branch, and no other live session has it;
/// otherwise it is left out.
/// </param>
/// <param name="ObservedAt">When the newest of them was seen.</param>
public sealed record PullRequestFindings(
    PullRequestState State, PullRequestReason Reason, IReadOnlyList<PullRequestDocument> Prs, DateTimeOffset ObservedAt);
