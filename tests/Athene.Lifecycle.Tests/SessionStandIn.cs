using System.Collections.Concurrent;
using Athene.Contracts.Errors;
using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Contracts.Queue;
using Athene.Contracts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Lifecycle.Tests;

/// <summary>In place of the session service: one session, the same rules for verdicts, messages, outcomes and ends, and the same events about them.</summary>
internal sealed class SessionStandIn : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> messages = [];
    private readonly ConcurrentDictionary<string, OutcomeReport> outcomes = [];
    private readonly Lock turn = new();
    private SessionDocument session;
    private long version = 100;

    private SessionStandIn(SessionDocument session) => this.session = session;

    public StandIn App { get; private set; } = null!;

    public SessionDocument Session => session;

    public SessionPart State => session.Lifecycle.Session;

    /// <summary>What the agent was told, by id.</summary>
    public IReadOnlyDictionary<string, string> Messages => messages;

    /// <summary>What stands in the history, by id.</summary>
    public IReadOnlyDictionary<string, OutcomeReport> Outcomes => outcomes;

    public int Ends { get; private set; }

    public UnsavedWork Work { get; set; } = UnsavedWork.None;

    /// <summary>The spawns that wait for their turn.</summary>
    public IReadOnlyList<QueuedSpawn> Waiting { get; set; } = [];

    /// <summary>Tells of what has changed.</summary>
    public Func<SessionEvent, Task> Publish { get; set; } = _ => Task.CompletedTask;

    /// <summary>Comes before and after each request is carried out.</summary>
    public Action<string> Passing { get; set; } = _ => { };

    public static async Task<SessionStandIn> StartAsync(SessionDocument session)
    {
        var standIn = new SessionStandIn(session);
        standIn.App = await StandIn.StartAsync("session", [Topics.LifecycleEvents, Topics.Notifications], standIn.Map);
        return standIn;
    }

    /// <summary>The session changes by itself.</summary>
    public Task ChangeAsync(SessionDocument changed, string type = EventTypes.Observed)
    {
        session = changed;
        return Publish(Sample.Event(type, session, Interlocked.Increment(ref version)));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            var what = context.Request.Path.Value!.Split('/')[^1];
            Passing($"before {what}");
            await next();
            Passing($"after {what}");
        });
        app.MapGet("/v1/sessions", () => new SessionList([session], new SessionListMeta(0)));
        app.MapGet("/v1/queue", () => new QueueList(Waiting));
        app.MapGet("/v1/sessions/{id}/work", () => Work);
        app.MapPost("/v1/sessions/{id}/messages", (MessageRequest request) =>
        {
            messages.TryAdd(request.Id!, request.Text);
            return Results.Accepted(value: new MessageDocument(request.Id!, MessageState.Queued));
        });
        app.MapPost("/v1/sessions/{id}/outcomes", (OutcomeReport report) =>
        {
            outcomes.TryAdd(report.Id, report);
            return Results.NoContent();
        });
        app.MapPost("/v1/sessions/{id}/kill", EndAsync);
        app.MapPost("/v1/sessions/{id}/transitions", MoveAsync);
    }

    private async Task<KillResult> EndAsync(KillRequest request)
    {
        if (session.Lifecycle.IsTerminal) return new KillResult(false, true, null);
        Ends++;
        await ChangeAsync(session with { Lifecycle = session.Lifecycle.To(SessionState.Terminated, SessionReason.PrMerged, DateTimeOffset.UtcNow) }, EventTypes.Killed);
        return new KillResult(true, false, null);
    }

    private async Task<IResult> MoveAsync(TransitionRequest request)
    {
        SessionDocument moved;
        lock (turn)
        {
            var isThere = State.State == request.State && State.Reason == request.Reason;
            if (!isThere && (State.State != request.Observed || session.Lifecycle.IsTerminal)) return Stale();
            moved = isThere ? session : session with { Lifecycle = session.Lifecycle.To(request.State, request.Reason, DateTimeOffset.UtcNow) };
            if (request.PullRequests is { } found) moved = Sample.WithPart(moved with { Prs = found.Prs }, found.State, found.Reason);
            if (moved == session) return Results.Ok(session);
        }

        await ChangeAsync(moved, EventTypes.Transitioned);
        return Results.Ok(moved);
    }

    private static IResult Stale() => Results.Json(
        new ProblemDocument(ErrorTypes.TransitionStale, "It has moved on.", StatusCodes.Status409Conflict), contentType: "application/problem+json", statusCode: 409);
}
