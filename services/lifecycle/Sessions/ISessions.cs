using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Sessions;

/// <summary>The sessions, whose records belong to the session service.</summary>
public interface ISessions
{
    /// <summary>The session as it is now, or null when there is none.</summary>
    Task<SessionDocument?> FindAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Moves a session; false when it has moved on by itself, or is gone.</summary>
    Task<bool> MoveAsync(string sessionId, TransitionRequest transition, CancellationToken cancellationToken);
}
