using Athene.Contracts.Errors;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.Hosting.Invocation;

namespace Athene.Lifecycle.Sessions;

/// <summary>The session service, through Dapr.</summary>
public sealed class SessionService(HttpClient sessions) : ISessions
{
    /// <summary>The Dapr app id of the service.</summary>
    public const string AppId = "session";

    public Task<SessionDocument> MoveAsync(string sessionId, TransitionRequest transition, CancellationToken cancellationToken) =>
        AskAsync<TransitionRequest, SessionDocument>(sessionId, "transitions", transition, cancellationToken);

    public Task<SessionDocument> ResumeAsync(string sessionId, ResumeRequest request, CancellationToken cancellationToken) =>
        AskAsync<ResumeRequest, SessionDocument>(sessionId, "resume", request, cancellationToken);

    public Task<MessageDocument> TellAsync(string sessionId, MessageRequest message, CancellationToken cancellationToken) =>
        AskAsync<MessageRequest, MessageDocument>(sessionId, "messages", message, cancellationToken);

    private Task<TAnswer> AskAsync<TQuestion, TAnswer>(string sessionId, string what, TQuestion question, CancellationToken cancellationToken) =>
        sessions.AskAsync<TQuestion, TAnswer>(
            $"/v1/sessions/{Uri.EscapeDataString(sessionId)}/{what}",
            question,
            (why, inner) => new AtheneException(
                ErrorTypes.NotRunning, StatusCodes.Status503ServiceUnavailable, $"The session service could not be asked: {why}.",
                "'athene status' shows whether it runs.", sessionId, inner),
            cancellationToken);
}
