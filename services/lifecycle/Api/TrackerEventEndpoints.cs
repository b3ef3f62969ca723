using Athene.Contracts.Events;
using Athene.Contracts.Tracking;
using Athene.Lifecycle.Supervision;

namespace Athene.Lifecycle.Api;

/// <summary>What the tracker bridge publishes.</summary>
internal static class TrackerEventEndpoints
{
    public static void MapTrackerEvents(this IEndpointRouteBuilder app) => app
        .MapPost("/events/tracker", (TrackerEvent happened, Supervisors supervisors) =>
            happened.SessionId is { } sessionId ? supervisors.Of(sessionId).HearTrackerAsync(happened) : Task.CompletedTask)
        .WithTopic(new TopicOptions
        {
            PubsubName = Topics.PubSub,
            Name = Topics.TrackerEvents,
            DeadLetterTopic = Topics.TrackerEventsDead,
        });
}
