namespace Athene.Contracts.Sessions;

/// <summary>What a claim did.</summary>
/// <param name="Branch">The branch that is checked out in the session's worktree now.</param>
/// <param name="BranchChanged">False when the worktree was on that branch already.</param>
/// <param name="TakenOverFrom">The sessions that have lost the pull request.</param>
/// <param name="Assigned">It is assigned on its host.</param>
/// <param name="AssignmentError">Why it is not, when that was asked for; the claim holds all the same.</param>
public sealed record ClaimResult(
    string SessionId,
    string ProjectId,
    PullRequestDocument Pr,
    string Branch,
    bool BranchChanged,
    IReadOnlyList<string> TakenOverFrom,
    bool Assigned,
    string? AssignmentError = null);
