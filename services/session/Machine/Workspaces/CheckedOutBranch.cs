namespace Athene.Session.Machine.Workspaces;

/// <summary>A worktree that is on the branch it should be on.</summary>
/// <param name="Changed">False when it was there already.</param>
/// <param name="BaseCommit">Where the branch left the one that it is going to be merged into; null when that could not be found.</param>
public sealed record CheckedOutBranch(string Branch, string HeadCommit, string? BaseCommit, bool Changed);
