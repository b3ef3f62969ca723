using Athene.Contracts.Events;
using Athene.TrackerBridge.Sessions;
using Athene.TrackerBridge.Watching;

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

    private static async Task<IResult> NoteAsync(SessionEvent happened, IssueSessions sessions, Watch watch, CancellationToken token)
    {
        await watch.NoteAsync(happened, token);
        return await sessions.NoteAsync(happened, token) ? Results.Ok() : Results.Ok(new { status = "RETRY" });
    }
}
