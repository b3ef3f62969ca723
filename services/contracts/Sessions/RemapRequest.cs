namespace Athene.Contracts.Sessions;

/// <summary>Asks for the agent's own conversation to be found again.</summary>
/// <param name="Force">Look for it even when one is known, and take the newest of this session's workspace.</param>
public sealed record RemapRequest(bool Force = false);
