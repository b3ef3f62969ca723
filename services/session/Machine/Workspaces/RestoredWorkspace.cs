namespace Athene.Session.Machine.Workspaces;

/// <summary>A worktree that was made again.</summary>
/// <param name="BaseSha">Where its branch starts now.</param>
/// <param name="HoldsRescuedWork">Everything that the rescue ref keeps is in the worktree again.</param>
public sealed record RestoredWorkspace(string Path, string Branch, string BaseSha, bool HoldsRescuedWork);
