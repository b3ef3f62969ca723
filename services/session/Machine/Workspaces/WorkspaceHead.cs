namespace Athene.Session.Machine.Workspaces;

/// <summary>What is checked out in a worktree.</summary>
/// <param name="Branch">Null when no branch is, only a commit.</param>
public sealed record WorkspaceHead(string? Branch, string Commit);
