using Athene.Contracts.Lifecycle;

namespace Athene.Session.Workflows;

/// <summary>What a kill starts from.</summary>
public sealed record KillInput(string SessionId, SessionReason Reason, bool Purge, bool Force);
