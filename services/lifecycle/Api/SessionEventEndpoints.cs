using Athene.Contracts.Events;

namespace Athene.Lifecycle.Api;

/// <summary>What the session service publishes.</summary>
internal static class SessionEventEndpoints
{
    public static void MapSessionEvents(this IEndpointRouteBuilder app) => app
        .MapPost("/events/session", (SessionEvent signal, Supervisor supervisor, CancellationToken token) => supervisor.HandleAsync(signal, token))
        .WithTopic(new TopicOptions
        {
            PubsubName = Topics.PubSub,
            Name = Topics.SessionEvents,
            DeadLetterTopic = Topics.SessionEventsDead,
        });
}
