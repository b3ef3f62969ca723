using Athene.Contracts.Events;
using Athene.Lifecycle.Supervision;

namespace Athene.Lifecycle.Api;

/// <summary>What the session service publishes.</summary>
internal static class SessionEventEndpoints
{
    public static void MapSessionEvents(this IEndpointRouteBuilder app) => app
        .MapPost("/events/session", (SessionEvent happened, Supervisors supervisors) =>
            happened.Event.SessionId is { } sessionId ? supervisors.Of(sessionId).HearSessionAsync(happened) : Task.CompletedTask)
        .WithTopic(new TopicOptions
        {
            PubsubName = Topics.PubSub,
            Name = Topics.SessionEvents,
            DeadLetterTopic = Topics.SessionEventsDead,
        });
}
