namespace Athene.Session.Machine.Workspaces;

/// <summary>What lies where a session's workspace should be.</summary>
public enum WorkspaceState
{
    /// <summary>A worktree.</summary>
    Present,

    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>Files that git does not know as a worktree. They may be somebody's work, so nobody may put anything in their place.</summary>
    Unknown,
}
