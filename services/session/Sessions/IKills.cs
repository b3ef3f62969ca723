using Athene.Contracts.Sessions;

namespace Athene.Session.Sessions;

/// <summary>Ends sessions, with their work kept.</summary>
public interface IKills
{
    /// <summary>Ends a session, and comes back when it has ended: that may take minutes.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">There is no such session, or it could not be ended.</exception>
    Task<KillResult> KillAsync(string sessionId, KillRequest request, CancellationToken cancellationToken);
}
