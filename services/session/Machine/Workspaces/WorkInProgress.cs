namespace Athene.Session.Machine.Workspaces;

/// <summary>What a worktree holds beyond the base of its branch.</summary>
/// <param name="Commits">Subjects of its own commits, newest first; the first few of many.</param>
/// <param name="ChangedFiles">Files with uncommitted changes, new ones among them; the first few of many.</param>
public sealed record WorkInProgress(IReadOnlyList<string> Commits, IReadOnlyList<string> ChangedFiles);
