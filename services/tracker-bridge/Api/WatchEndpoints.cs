using Athene.Contracts.Events;
using Athene.TrackerBridge.Watching;
using Athene.TrackerBridge.Webhooks;

namespace Athene.TrackerBridge.Api;

/// <summary>What is watched at hosts, and the hints of theirs that were queued.</summary>
internal static class WatchEndpoints
{
    public static void MapWatches(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/watches", (WatchReport report, CancellationToken token) => report.MakeAsync(token));
        app.MapPost("/events/webhook", HearAsync).WithTopic(new TopicOptions
        {
            PubsubName = Topics.PubSub,
            Name = Topics.WebhookDeliveries,
            DeadLetterTopic = Topics.WebhookDeliveriesDead,
        });
    }

    private static async Task<IResult> HearAsync(WebhookDelivery delivery, Watch watch, CancellationToken token) =>
        await watch.HearAsync(delivery, token) ? Results.Ok() : Results.Ok(new { status = "RETRY" });
}
