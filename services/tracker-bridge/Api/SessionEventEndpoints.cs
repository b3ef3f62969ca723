using Athene.Contracts.Events;
using Athene.TrackerBridge.Sessions;

namespace Athene.TrackerBridge.Api;

/// <summary>What the session service publishes.</summary>
internal static class SessionEventEndpoints
{
    public static void MapSessionEvents(this IEndpointRouteBuilder app) => app.MapPost("/events/session", NoteAsync).WithTopic(new TopicOptions
    {
        PubsubName = Topics.PubSub,
        Name = Topics.SessionEvents,
        DeadLetterTopic = Topics.SessionEventsDead,
    });

    private static async Task<IResult> NoteAsync(SessionEvent happened, IssueSessions sessions, CancellationToken token) =>
        await sessions.NoteAsync(happened, token) ? Results.Ok() : Results.Ok(new { status = "RETRY" });
}
