namespace Athene.Contracts.Sessions;

/// <summary>A new name for a session.</summary>
/// <param name="DisplayName">At most 80 code points; empty or null goes back to the name that the session had by itself.</param>
public sealed record RenameRequest(string? DisplayName = null);
