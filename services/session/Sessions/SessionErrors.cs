using Athene.Contracts.Errors;

namespace Athene.Session.Sessions;

/// <summary>Refusals that several operations share.</summary>
public static class SessionErrors
{
    public static AtheneException NotFound(string sessionId) => new(
        ErrorTypes.SessionNotFound, StatusCodes.Status404NotFound, $"There is no session {sessionId}.",
        "'athene ls --all' shows all sessions.", sessionId);

    public static AtheneException Terminated(string sessionId) => new(
        ErrorTypes.SessionTerminated, StatusCodes.Status409Conflict, $"Session {sessionId} has ended.",
        $"'athene events {sessionId}' tells why; spawn a new one for more work.", sessionId);
}
