namespace Athene.Session.Machine.Runtimes;

/// <summary>One process: its parent, its terminal session, and when it started (in clock ticks since boot), which tells it from a later one of the same id.</summary>
internal readonly record struct ProcessEntry(int Id, int Parent, int TerminalSession, ulong StartedAt);
