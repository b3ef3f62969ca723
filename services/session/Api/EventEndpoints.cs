using System.Globalization;
using Athene.Contracts.Events;
using Athene.Hosting.Callers;
using Athene.Session.History;
using Microsoft.AspNetCore.Http.HttpResults;
using System.Net.ServerSentEvents;

namespace Athene.Session.Api;

/// <summary>The history over HTTP, and what is added to it as server-sent events.</summary>
public static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("/v1/events");
        events.MapGet("", ListAsync).AllowAnySupervisor();
        events.MapGet("/stream", Stream);
        events.MapPost("", AddAsync);
    }

    private static async Task<EventList> ListAsync(
        string? session, string? kind, DateTimeOffset? since, string? project, Caller caller, HistoryReader history, CancellationToken cancellationToken) =>
        new(await history.ReadAsync(new HistoryQuery(session, kind, since, caller.Within(project)), cancellationToken));

    // For the other services; no agent's token opens it.
    private static async Task<NoContent> AddAsync(EventRequest request, EventIntake intake, CancellationToken cancellationToken)
    {
        await intake.AcceptAsync(request, cancellationToken);
        return TypedResults.NoContent();
    }

    private static ServerSentEventsResult<EventDocument> Stream(
        string? session, string? kind, EventStream stream, HttpRequest request, CancellationToken cancellationToken)
    {
        long? after = long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return TypedResults.ServerSentEvents(AsItems(stream.ReadAsync(new HistoryQuery(session, kind), after, cancellationToken)));
    }

    private static async IAsyncEnumerable<SseItem<EventDocument>> AsItems(IAsyncEnumerable<EventDocument> events)
    {
        await foreach (var happened in events)
            yield return new SseItem<EventDocument>(happened, happened.Kind) { EventId = happened.Id.ToString(CultureInfo.InvariantCulture) };
    }
}
