namespace Athene.Session.Machine.Workspaces;

/// <summary>What removing a worktree came to.</summary>
/// <param name="Existed">False when there was nothing left to remove.</param>
/// <param name="BranchDeleted">True only when it was asked for and the branch held no commit of its own.</param>
/// <param name="FellBack">What git said when it refused and the directory was deleted without it; else null.</param>
public sealed record RemovedWorkspace(bool Existed, bool BranchDeleted, string? FellBack = null);
