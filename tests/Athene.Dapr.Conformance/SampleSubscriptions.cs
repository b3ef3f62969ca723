using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Dapr.Conformance;

/// <summary>The endpoints of the app that topics are delivered to; each answers as its name says.</summary>
internal sealed class SampleSubscriptions(Deliveries deliveries)
{
    public const string PubSub = "pubsub";

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/on/orders", Take).WithTopic(PubSub, "conformance-orders");
        app.MapPost("/on/flaky", RefuseTwice).WithTopic(PubSub, "conformance-flaky");
        app.MapPost("/on/retry", AskAgainOnce).WithTopic(PubSub, "conformance-retry");
        app.MapPost("/on/refused", Refuse).WithTopic(DeadLetter("conformance-refused"));
        app.MapPost("/on/dropped", Drop).WithTopic(DeadLetter("conformance-dropped"));
        app.MapPost("/on/dead", Take).WithTopic(PubSub, "conformance-dead");
        app.MapPost("/on/raw", TakeTextAsync).WithTopic(PubSub, "conformance-raw", enableRawPayload: true);
        app.MapPost("/on/text", TakeTextAsync).WithTopic(PubSub, "conformance-text");
        app.MapPost("/on/created", Take).WithTopic(Routed("event.type == \"order.created\"", priority: 1));
        app.MapPost("/on/rush", Take).WithTopic(Routed("event.data.note == \"rush\"", priority: 2));
        app.MapPost("/on/other", Take).WithTopic(PubSub, "conformance-routed");
        app.MapPost("/on/bulk", TakeMany)
            .WithTopic(PubSub, "conformance-bulk")
            .WithBulkSubscribe(new BulkSubscribeTopicOptions { TopicName = "conformance-bulk", MaxMessagesCount = 10, MaxAwaitDurationMs = 100 });
    }

    private static TopicOptions DeadLetter(string topic) => new() { PubsubName = PubSub, Name = topic, DeadLetterTopic = "conformance-dead" };

    private static TopicOptions Routed(string match, int priority) =>
        new() { PubsubName = PubSub, Name = "conformance-routed", Match = match, Priority = priority };

    private void Take(Order order, HttpRequest request) => Note(request, order);

    private IResult RefuseTwice(Order order, HttpRequest request) => Note(request, order) <= 2 ? Results.StatusCode(500) : Results.Ok();

    private IResult AskAgainOnce(Order order, HttpRequest request) => Results.Json(new { status = Note(request, order) == 1 ? "RETRY" : "SUCCESS" });

    private IResult Refuse(Order order, HttpRequest request)
    {
        Note(request, order);
        return Results.StatusCode(500);
    }

    private IResult Drop(Order order, HttpRequest request)
    {
        Note(request, order);
        return Results.Json(new { status = "DROP" });
    }

    private async Task TakeTextAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        Note(request, new Order(await reader.ReadToEndAsync(), 0, request.ContentType ?? ""));
    }

    /// <summary>Takes each event but those that ask for patience, which it takes at the second time.</summary>
    private BulkSubscribeAppResponse TakeMany(BulkSubscribeMessage<BulkMessageModel<Order>> message, HttpRequest request) =>
        new([.. message.Entries.Select(entry => new BulkSubscribeAppResponseEntry(entry.EntryId, Judge(request, entry.Event!.Data!)))]);

    private BulkSubscribeAppResponseStatus Judge(HttpRequest request, Order order) =>
        Note(request, order) == 1 && order.Note == "patience" ? BulkSubscribeAppResponseStatus.RETRY : BulkSubscribeAppResponseStatus.SUCCESS;

    private int Note(HttpRequest request, Order order) =>
        deliveries.Note(new Delivery(request.Path.Value!, order, request.Headers.TraceParent.ToString()));
}
