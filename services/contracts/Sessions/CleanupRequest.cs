namespace Athene.Contracts.Sessions;

/// <summary>Ends the sessions that are finished (spec sessions.md §16).</summary>
/// <param name="Project">Only this project's; null: all.</param>
/// <param name="DryRun">Only say what would be ended.</param>
/// <param name="Purge">Also forget the records of those that are ended.</param>
public sealed record CleanupRequest(string? Project = null, bool DryRun = false, bool Purge = false);
