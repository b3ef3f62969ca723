namespace Athene.Session.Machine.Workspaces;

/// <summary>
/// Moves worktrees between branches. No branch loses a commit, no uncommitted work is touched; every operation may be repeated after a crash
/// at any instant. Errors are <see cref="Contracts.Errors.AtheneException"/>.
/// </summary>
public interface IBranches
{
    Task<WorkspaceHead> HeadAsync(string path, CancellationToken cancellationToken);

    /// <summary>The worktree of the same repository that has the branch checked out, or null.</summary>
    Task<string?> HolderOfAsync(string path, string branch, CancellationToken cancellationToken);

    /// <summary>Fetches a branch of origin and checks it out. Refuses when that would lose or hide work.</summary>
    Task<CheckedOutBranch> CheckOutAsync(BranchCheckout checkout, CancellationToken cancellationToken);

    /// <summary>Undoes <see cref="CheckOutAsync"/>: everybody is on the branch that they had.</summary>
    Task ReturnAsync(BranchCheckout checkout, CancellationToken cancellationToken);
}
