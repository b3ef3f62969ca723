namespace Athene.Contracts.Sessions;

/// <summary>A session that a cleanup could not end, and why.</summary>
public sealed record CleanupFailure(string SessionId, string Error);
