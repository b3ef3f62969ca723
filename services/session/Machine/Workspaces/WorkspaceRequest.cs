using Athene.Configuration.Projects;

namespace Athene.Session.Machine.Workspaces;

/// <summary>A workspace to be made.</summary>
/// <param name="OperationId">Names the attempt: the same id again finds what the first one made.</param>
/// <param name="Repository">The project's own directory.</param>
/// <param name="Path">Where it goes; its directory is made when needed.</param>
/// <param name="Branch">The wished-for branch; the answer names the real one.</param>
/// <param name="DefaultBranch">What to branch from, without "origin/".</param>
public sealed record WorkspaceRequest(string OperationId, string Repository, string Path, string Branch, string DefaultBranch)
{
    /// <summary>One of <see cref="WorkspaceNames"/>.</summary>
    public string Kind { get; init; } = WorkspaceNames.Worktree;
}
