namespace Athene.Configuration;

/// <summary>Whom a session's token names: one launch of one session's agent. A later launch has another token.</summary>
public sealed record SessionToken(string SessionId, string LaunchId);
