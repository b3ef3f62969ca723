using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Finds sessions that must be there.</summary>
public static class SessionLookup
{
    /// <exception cref="Contracts.Errors.AtheneException">There is no such session.</exception>
    public static async Task<SessionRecord> GetSessionAsync(this ILedger ledger, string sessionId, CancellationToken cancellationToken) =>
        await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId);
}
