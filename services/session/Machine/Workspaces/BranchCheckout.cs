namespace Athene.Session.Machine.Workspaces;

/// <summary>A branch of origin that is to be checked out in a worktree that has another one now.</summary>
/// <param name="RemoteRef">The full name of the ref on origin, such as <c>refs/pull/42/head</c>.</param>
/// <param name="TrackingRef">The full name of the ref here that follows it.</param>
/// <param name="Branch">The branch here that continues it.</param>
/// <param name="BaseBranch">What it is going to be merged into.</param>
/// <param name="Former">What the worktree had when the operation began; tells a repeated step from one that has nothing to do.</param>
/// <param name="Ignored">Paths of the worktree that are no work of anybody: the project's own symlinks.</param>
/// <param name="Release">Another worktree that may be taken off the branch, if it has no uncommitted work.</param>
public sealed record BranchCheckout(
    string Path,
    string RemoteRef,
    string TrackingRef,
    string Branch,
    string BaseBranch,
    WorkspaceHead Former,
    IReadOnlyList<string> Ignored,
    string? Release);
