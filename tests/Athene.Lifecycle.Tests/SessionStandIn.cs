using Athene.Contracts.Errors;
using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Lifecycle.Tests;

/// <summary>In place of the session service: one session, and the same rule for verdicts.</summary>
internal sealed class SessionStandIn : IAsyncDisposable
{
    private SessionDocument session;

    private SessionStandIn(SessionDocument session) => this.session = session;

    public StandIn App { get; private set; } = null!;

    public SessionPart State => session.Lifecycle.Session;

    public static async Task<SessionStandIn> StartAsync(SessionDocument session)
    {
        var standIn = new SessionStandIn(session);
        standIn.App = await StandIn.StartAsync("session", [Topics.LifecycleEvents, Topics.Notifications], standIn.Map);
        return standIn;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapGet("/v1/sessions/{id}", (string id) => id == session.Id ? Results.Ok(session) : Results.NotFound());
        app.MapPost("/v1/sessions/{id}/transitions", (string id, TransitionRequest request) =>
        {
            if (id != session.Id) return Results.NotFound();
            if (State.State == request.State && State.Reason == request.Reason) return Results.Ok(session);
            if (State.State != request.Observed) return Results.Json(new { type = ErrorTypes.TransitionStale }, statusCode: 409);
            session = session with { Lifecycle = session.Lifecycle.To(request.State, request.Reason, DateTimeOffset.UtcNow) };
            return Results.Ok(session);
        });
    }
}
