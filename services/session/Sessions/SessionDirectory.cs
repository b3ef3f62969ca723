using Athene.Contracts.Sessions;
using Athene.Hosting.Callers;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Where sessions stand, by their records.</summary>
public sealed class SessionDirectory(ILedger ledger) : ISessionDirectory
{
    public async Task<SessionPlace?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        await ledger.FindSessionAsync(sessionId, cancellationToken) is { } session
            ? new SessionPlace(session.ProjectId, session.LaunchId, session.Kind is SessionKind.Orchestrator, session.Lifecycle.IsTerminal)
            : null;
}
