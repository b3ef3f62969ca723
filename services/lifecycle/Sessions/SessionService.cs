using Athene.Contracts.Errors;
using Athene.Contracts.Messages;
using Athene.Contracts.Queue;
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

    public async Task<IReadOnlyList<SessionDocument>> ListAsync(CancellationToken cancellationToken) =>
        (await sessions.ReadAsync<SessionList>("/v1/sessions?all=true", Unreachable, cancellationToken)).Data;

    public async Task<IReadOnlyList<QueuedSpawn>> WaitingAsync(CancellationToken cancellationToken) =>
        (await sessions.ReadAsync<QueueList>("/v1/queue", Unreachable, cancellationToken)).Data;

    public Task<UnsavedWork> UnsavedWorkAsync(string sessionId, CancellationToken cancellationToken) =>
        sessions.ReadAsync<UnsavedWork>(AddressOf(sessionId, "work"), Unreachable, cancellationToken);

    public Task<KillResult> EndAsync(string sessionId, KillRequest request, CancellationToken cancellationToken) =>
        AskAsync<KillRequest, KillResult>(sessionId, "kill", request, cancellationToken);

    public Task RecordAsync(string sessionId, OutcomeReport report, CancellationToken cancellationToken) =>
        sessions.TellAsync(AddressOf(sessionId, "outcomes"), report, Unreachable, cancellationToken);

    private Task<TAnswer> AskAsync<TQuestion, TAnswer>(string sessionId, string what, TQuestion question, CancellationToken cancellationToken) =>
        sessions.AskAsync<TQuestion, TAnswer>(AddressOf(sessionId, what), question, Unreachable, cancellationToken);

    private static string AddressOf(string sessionId, string what) => $"/v1/sessions/{Uri.EscapeDataString(sessionId)}/{what}";

    private static AtheneException Unreachable(string why, Exception? inner) => new(
        ErrorTypes.NotRunning, StatusCodes.Status503ServiceUnavailable, $"The session service could not be asked: {why}.",
        "'athene status' shows whether it runs.", innerException: inner);
}
