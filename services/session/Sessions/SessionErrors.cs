using Athene.Contracts.Errors;

namespace Athene.Session.Sessions;

/// <summary>Refusals that several operations share.</summary>
public static class SessionErrors
{
    public static AtheneException NotFound(string sessionId) => new(
        ErrorTypes.SessionNotFound, StatusCodes.Status404NotFound, $"There is no session {sessionId}.",
        "'athene ls --all' shows all sessions.", sessionId);

    public static AtheneException Busy(string sessionId, string operationId) => new(
        ErrorTypes.SessionBusy, StatusCodes.Status409Conflict, $"Session {sessionId} is being changed by {operationId}.",
        "Wait until that has ended, and try again.", sessionId);

    public static AtheneException NotRestorable(string sessionId, string reason) => new(
        ErrorTypes.SessionNotRestorable, StatusCodes.Status409Conflict, $"Session {sessionId} cannot be restored: {reason}",
        $"'athene get {sessionId}' shows how it stands; 'athene kill {sessionId}' ends it first.", sessionId);

    public static AtheneException IssueTaken(string issue, string holder) => new(
        ErrorTypes.IssueTaken, StatusCodes.Status409Conflict, $"Issue {issue} is already being worked on by {holder}.",
        $"Look at it with 'athene get {holder}', write to it with 'athene send {holder} …', or end it with 'athene kill {holder}'.", holder);

    public static AtheneException ForceOfAgent(string sessionId) => new(
        ErrorTypes.Unauthorized, StatusCodes.Status403Forbidden, $"No agent may end session {sessionId} at the cost of its work.",
        "End it without force, or ask the person.", sessionId);

    public static AtheneException PurgeOfAgent() => new(
        ErrorTypes.Unauthorized, StatusCodes.Status403Forbidden, "No agent may have records and conversations forgotten.",
        "End the session without purge, or ask the person.");

    public static AtheneException Terminated(string sessionId) => new(
        ErrorTypes.SessionTerminated, StatusCodes.Status409Conflict, $"Session {sessionId} has ended.",
        $"'athene events {sessionId}' tells why; spawn a new one for more work.", sessionId);
}
