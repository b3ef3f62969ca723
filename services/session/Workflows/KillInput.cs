using Athene.Contracts.Lifecycle;

namespace Athene.Session.Workflows;

/// <summary>What a kill starts from.</summary>
public sealed record KillInput(string SessionId, SessionReason Reason, bool Purge, bool Force)
{
    /// <summary>Whether another kill of the session left something open that this one asks for: to forget it, or to end it at any price.</summary>
    /// <param name="other">What the other one started from.</param>
    /// <param name="outcome">How it ended.</param>
    public bool AsksForMoreThan(KillInput other, KillOutcome outcome) =>
        outcome.Problem is null ? Purge && !other.Purge : Force && !other.Force;
}
