namespace Athene.Configuration.Projects;

/// <summary>What a session's workspace can be, as configurations and records spell it.</summary>
public static class WorkspaceNames
{
    /// <summary>A worktree of the project's repository: branches, stashes and configuration are shared with it.</summary>
    public const string Worktree = "worktree";

    /// <summary>A repository of its own: nothing an agent does with git reaches the project until it is pushed.</summary>
    public const string Clone = "clone";

    public static IReadOnlyList<string> All { get; } = [Worktree, Clone];
}
