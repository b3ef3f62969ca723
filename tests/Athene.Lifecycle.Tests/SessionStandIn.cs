using System.Collections.Concurrent;
using Athene.Contracts.Errors;
using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Lifecycle.Tests;

/// <summary>In place of the session service: one session, and the same rules for verdicts and messages.</summary>
internal sealed class SessionStandIn : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> messages = [];
    private SessionDocument session;

    private SessionStandIn(SessionDocument session) => this.session = session;

    public StandIn App { get; private set; } = null!;

    public SessionPart State => session.Lifecycle.Session;

    /// <summary>What the agent was told, by id.</summary>
    public IReadOnlyDictionary<string, string> Messages => messages;

    public static async Task<SessionStandIn> StartAsync(SessionDocument session)
    {
        var standIn = new SessionStandIn(session);
        standIn.App = await StandIn.StartAsync("session", [Topics.LifecycleEvents, Topics.Notifications], standIn.Map);
        return standIn;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapPost("/v1/sessions/{id}/messages", (string id, MessageRequest request) =>
        {
            messages.TryAdd(request.Id!, request.Text);
            return Results.Accepted(value: new MessageDocument(request.Id!, MessageState.Queued));
        });
        app.MapPost("/v1/sessions/{id}/transitions", (string id, TransitionRequest request) =>
        {
            if (State.State == request.State && State.Reason == request.Reason) return Results.Ok(session);
            if (State.State != request.Observed) return Stale();
            session = session with { Lifecycle = session.Lifecycle.To(request.State, request.Reason, DateTimeOffset.UtcNow) };
            return Results.Ok(session);
        });
    }

    private static IResult Stale() => Results.Json(
        new ProblemDocument(ErrorTypes.TransitionStale, "It has moved on.", StatusCodes.Status409Conflict), contentType: "application/problem+json", statusCode: 409);
}
