using Athene.Contracts.Errors;

namespace Athene.Session.Orchestrators;

/// <summary>Refusals about orchestrators.</summary>
public static class OrchestratorErrors
{
    public static AtheneException Done(string sessionId) => new(
        ErrorTypes.SessionNotRestorable, StatusCodes.Status409Conflict, $"The orchestrator {sessionId} has finished, so it is not restored.",
        "Start a new one with: athene orchestrator relaunch", sessionId);

    public static AtheneException Exists(string sessionId) => new(
        ErrorTypes.OrchestratorExists, StatusCodes.Status409Conflict, $"The orchestrator {sessionId} exists already.",
        $"Look at it with 'athene get {sessionId}'.", sessionId);

    public static AtheneException Busy(string projectId, string operationId) => new(
        ErrorTypes.OrchestratorBusy, StatusCodes.Status409Conflict,
        $"Operation {operationId} is still bringing up the orchestrator of {projectId}.", "Ask again when it has ended.");

    /// <summary>Told to nobody but the loop that asks again.</summary>
    public static AtheneException Superseded(string projectId, string operationId) => new(
        ErrorTypes.OrchestratorBusy, StatusCodes.Status409Conflict,
        $"Another operation than {operationId} brings up the orchestrator of {projectId} by now.", "Ask again.");
}
