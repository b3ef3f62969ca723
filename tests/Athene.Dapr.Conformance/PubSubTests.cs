using System.Diagnostics;
using System.Text;

namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class PubSubTests(ConformanceApp app)
{
    private const string PubSub = SampleSubscriptions.PubSub;

    private readonly Order order = new(ConformanceApp.NewId(), 2, "später");

    [ConformanceFact]
    public async Task Published_event_reaches_the_subscribed_endpoint_as_its_data()
    {
        await app.Client.PublishEventAsync(PubSub, "conformance-orders", order);

        (await NextAsync()).Order.ShouldBe(order);
    }

    [ConformanceFact]
    public async Task Delivery_belongs_to_the_trace_of_the_publisher()
    {
        using var span = new Activity("publisher").Start();

        await app.Client.PublishEventAsync(PubSub, "conformance-orders", order);

        (await NextAsync()).TraceParent.ShouldContain(span.TraceId.ToString());
    }

    [ConformanceFact]
    public async Task Bytes_are_delivered_with_their_content_type()
    {
        await app.Client.PublishByteEventAsync(PubSub, "conformance-text", Encoding.UTF8.GetBytes(order.Key), "text/plain");

        (await NextAsync()).Order.ShouldBe(new Order(order.Key, 0, "text/plain"));
    }

    [ConformanceFact]
    public async Task Raw_payload_reaches_a_raw_subscription_as_its_bytes()
    {
        await app.Client.PublishByteEventAsync(
            PubSub, "conformance-raw", Encoding.UTF8.GetBytes(order.Key), metadata: new() { ["rawPayload"] = "true" });

        (await NextAsync()).ShouldSatisfyAllConditions(
            delivery => delivery.Route.ShouldBe("/on/raw"),
            delivery => delivery.Order.Note.ShouldBe("application/octet-stream"));
    }

    [ConformanceFact]
    public async Task Event_of_our_own_type_goes_where_the_rule_for_that_type_says()
    {
        await app.Client.PublishEventAsync(PubSub, "conformance-routed", new CloudEvent<Order>(order with { Note = "rush" }) { Type = "order.created" });

        (await NextAsync()).Route.ShouldBe("/on/created");
    }

    [ConformanceTheory]
    [InlineData("rush", "/on/rush")]
    [InlineData("none", "/on/other")]
    public async Task Event_goes_where_the_first_rule_that_holds_says(string note, string route)
    {
        await app.Client.PublishEventAsync(PubSub, "conformance-routed", order with { Note = note });

        (await NextAsync()).Route.ShouldBe(route);
    }

    [ConformanceFact]
    public async Task Event_that_the_app_fails_on_is_delivered_until_it_succeeds()
    {
        await app.Client.PublishEventAsync(PubSub, "conformance-flaky", order);

        await Eventually.IsAsync(() => app.Deliveries.Count("/on/flaky", order.Key) == 3);
    }

    [ConformanceFact]
    public async Task Event_that_the_app_wants_again_is_delivered_again()
    {
        await app.Client.PublishEventAsync(PubSub, "conformance-retry", order);

        await Eventually.IsAsync(() => app.Deliveries.Count("/on/retry", order.Key) == 2);
    }

    [ConformanceFact]
    public async Task Event_that_is_refused_to_the_end_goes_to_the_dead_letter_topic()
    {
        await app.Client.PublishEventAsync(PubSub, "conformance-refused", order);

        await Eventually.IsAsync(() => app.Deliveries.Count("/on/dead", order.Key) == 1);
        app.Deliveries.Count("/on/refused", order.Key).ShouldBe(4);
    }

    [ConformanceFact]
    public async Task Event_that_the_app_drops_goes_to_the_dead_letter_topic_at_once()
    {
        await app.Client.PublishEventAsync(PubSub, "conformance-dropped", order);

        await Eventually.IsAsync(() => app.Deliveries.Count("/on/dead", order.Key) == 1);
        app.Deliveries.Count("/on/dropped", order.Key).ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Events_published_together_are_all_delivered()
    {
        Order[] orders = [order, new(ConformanceApp.NewId(), 3, ""), new(ConformanceApp.NewId(), 4, "")];

        var published = await app.Client.BulkPublishEventAsync(PubSub, "conformance-orders", orders);

        published.FailedEntries.ShouldBeEmpty();
        foreach (var each in orders) (await app.Deliveries.NextAsync(each.Key)).Order.ShouldBe(each);
    }

    [ConformanceFact]
    public async Task Bulk_subscription_is_answered_for_each_event_alone()
    {
        var patient = new Order(ConformanceApp.NewId(), 1, "patience");

        await app.Client.BulkPublishEventAsync(PubSub, "conformance-bulk", [order, patient]);

        await Eventually.IsAsync(() => app.Deliveries.Count("/on/bulk", patient.Key) == 2);
        app.Deliveries.Count("/on/bulk", order.Key).ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Publish_to_an_unknown_component_is_refused_by_name()
    {
        var one = await Should.ThrowAsync<DaprApiException>(() => app.Client.PublishEventAsync("nopubsub", "orders", 1));
        var many = await Should.ThrowAsync<DaprApiException>(() => app.Client.BulkPublishEventAsync("nopubsub", "orders", [1, 2]));

        (one.ErrorCode, many.ErrorCode).ShouldBe(("ERR_PUBSUB_NOT_FOUND", "ERR_PUBSUB_NOT_FOUND"));
    }

    private Task<Delivery> NextAsync() => app.Deliveries.NextAsync(order.Key);
}
