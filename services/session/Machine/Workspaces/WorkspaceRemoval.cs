using Athene.Configuration.Projects;

namespace Athene.Session.Machine.Workspaces;

/// <summary>A workspace to be removed.</summary>
/// <param name="Path">Must lie under one of <paramref name="ManagedRoots"/> and must not be the repository itself.</param>
/// <param name="DeleteBranch">A branch to delete with it, if its tip is still <paramref name="BaseSha"/>; null keeps every branch.</param>
/// <param name="BaseSha">Where the branch started; null: what was noted when the worktree was made.</param>
public sealed record WorkspaceRemoval(
    string Repository, string Path, IReadOnlyList<string> ManagedRoots, string? DeleteBranch = null, string? BaseSha = null)
{
    /// <summary>One of <see cref="WorkspaceNames"/>. With a clone its branches go; what was worth keeping was kept before.</summary>
    public string Kind { get; init; } = WorkspaceNames.Worktree;
}
