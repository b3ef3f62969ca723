using Athene.Configuration.Projects;

namespace Athene.Session.Machine.Workspaces;

/// <summary>A workspace that is gone and is to be made again.</summary>
/// <param name="OperationId">Whose worktree it is: the spawn's. The same again finds what was made before.</param>
/// <param name="Path">Where it was; nothing may lie there but what an attempt of the same restore left.</param>
/// <param name="Branch">The branch that it had. It is attached as it is, and made anew only when it is gone everywhere.</param>
/// <param name="BaseSha">Where the branch once started, when known.</param>
/// <param name="RescueRef">What was kept when the worktree was removed, if there was anything.</param>
/// <param name="Found">What lay there when the restore was planned. Only where nothing lay may be cleared what lies there by now.</param>
public sealed record WorkspaceRestoration(
    string OperationId, string Repository, string Path, string Branch, string DefaultBranch, string? BaseSha, string? RescueRef, WorkspaceState Found)
{
    /// <summary>One of <see cref="WorkspaceNames"/>.</summary>
    public string Kind { get; init; } = WorkspaceNames.Worktree;
}
