namespace Athene.Session.Machine.Workspaces;

/// <summary>A worktree whose work must survive its removal.</summary>
/// <param name="Stamp">Names the rescue within the session; the same stamp again gives the same ref.</param>
/// <param name="DefaultBranch">Commits that this branch (here or on a remote) holds need no rescue.</param>
/// <param name="BaseSha">Where the session's branch started, when known.</param>
public sealed record KeepWorkRequest(
    string SessionId, string Stamp, string Repository, string Path, string DefaultBranch, string? BaseSha = null)
{
    /// <summary>The ref that keeps the work, when there is any.</summary>
    public string RescueRef => $"refs/athene/rescue/{MachineId.Require(SessionId)}/{MachineId.Require(Stamp)}";
}
