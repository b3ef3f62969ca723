using System.Diagnostics;

namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class PubSubTests(ConformanceApp app)
{
    [ConformanceFact]
    public async Task Published_event_reaches_the_subscribed_endpoint_as_its_data()
    {
        var order = new Order(ConformanceApp.NewId(), 2, "später");

        await app.Client.PublishEventAsync("pubsub", "conformance-orders", order);

        (await app.NextDeliveryAsync(order.Key)).Order.ShouldBe(order);
    }

    [ConformanceFact]
    public async Task Delivery_belongs_to_the_trace_of_the_publisher()
    {
        var order = new Order(ConformanceApp.NewId(), 1, "");
        using var span = new Activity("publisher").Start();

        await app.Client.PublishEventAsync("pubsub", "conformance-orders", order);

        (await app.NextDeliveryAsync(order.Key)).TraceParent.ShouldContain(span.TraceId.ToString());
    }

    [ConformanceFact]
    public async Task Publish_to_an_unknown_component_is_refused_by_name()
    {
        var refused = await Should.ThrowAsync<DaprApiException>(() => app.Client.PublishEventAsync("nopubsub", "orders", 1));

        refused.ErrorCode.ShouldBe("ERR_PUBSUB_NOT_FOUND");
    }
}
