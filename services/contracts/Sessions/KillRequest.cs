namespace Athene.Contracts.Sessions;

/// <summary>How to end a session.</summary>
/// <param name="Reason">manually_killed (default), pr_merged or auto_cleanup.</param>
/// <param name="Purge">Also forget the record, once everything else is gone.</param>
/// <param name="Force">End it even when its unsaved work cannot be kept.</param>
public sealed record KillRequest(string? Reason = null, bool Purge = false, bool Force = false);
