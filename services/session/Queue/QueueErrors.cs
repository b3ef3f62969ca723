using Athene.Contracts.Errors;

namespace Athene.Session.Queue;

/// <summary>What the queue refuses.</summary>
internal static class QueueErrors
{
    public static AtheneException IssueQueued(string issue, string operationId) => new(
        ErrorTypes.IssueTaken, StatusCodes.Status409Conflict, $"Issue {issue} waits for its turn already, as {operationId}.",
        $"'athene queue ls' shows what it waits for; 'athene queue cancel {operationId}' gives it up.");

    public static AtheneException NotQueued(string operationId) => new(
        ErrorTypes.OperationNotQueued, StatusCodes.Status409Conflict, $"{operationId} does not wait in the queue (any more).",
        "What has begun is ended with 'athene kill'; 'athene queue ls' shows what waits.");

    public static AtheneException UnknownDependency(string name) => new(
        ErrorTypes.DependencyNotFound, StatusCodes.Status404NotFound,
        $"'{name}' is no session, and no issue that a session of this project works on or waits for.",
        "Spawn that one first: 'athene ls --all' and 'athene queue ls' show what there is.");

    public static ProblemDocument Cancelled(string operationId) => new(
        ErrorTypes.OperationCancelled, $"{operationId} was cancelled while it waited for its turn.", StatusCodes.Status409Conflict);
}
