using System.Text.Json;

namespace Athene.Dapr.Tests.Client;

public sealed class PublishRecordingTests
{
    [Fact]
    public async Task Publish_is_the_recorded_request()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync(
            "http-publish", "publish JSON, delivered", "publish JSON string", "publish text, delivered", "publish binary, delivered", "publish empty body",
            "publish with cloudevent overrides", "publish with ttl", "publish raw payload, delivered to a raw subscription", "publish to unknown pubsub",
            "publish bulk to unknown pubsub");
        using var client = sidecar.Client;

        await client.PublishEventAsync("pubsub", "orders", new { orderId = 1, note = "é" });
        await client.PublishEventAsync("pubsub", "orders", "just text");
        await client.PublishByteEventAsync("pubsub", "orders", "plain text"u8.ToArray(), "text/plain");
        await client.PublishByteEventAsync("pubsub", "orders", new byte[] { 0, 1, 2, 250, 255 }, "application/octet-stream");
        await client.PublishEventAsync("pubsub", "orders");
        await client.PublishEventAsync("pubsub", "orders", new { orderId = 4 }, new Dictionary<string, string>
        {
            ["cloudevent.id"] = "my-id", ["cloudevent.type"] = "order.created", ["cloudevent.source"] = "shop", ["cloudevent.subject"] = "s1",
        });
        await client.PublishEventAsync("pubsub", "orders", new { orderId = 5 }, new Dictionary<string, string> { ["ttlInSeconds"] = "60" });
        await client.PublishByteEventAsync("pubsub", "rawin", """{"raw":true}"""u8.ToArray(), metadata: new() { ["rawPayload"] = "true" });
        var refused = await Should.ThrowAsync<DaprApiException>(() => client.PublishEventAsync("nopubsub", "orders", new { }));
        var refusedTogether = await Should.ThrowAsync<DaprApiException>(() => client.BulkPublishEventAsync<int>("nopubsub", "orders", []));

        (refused.ErrorCode, refusedTogether.ErrorCode).ShouldBe(("ERR_PUBSUB_NOT_FOUND", "ERR_PUBSUB_NOT_FOUND"));
        sidecar.IsPlayed.ShouldBeTrue();
    }

    [Fact]
    public void Bulk_delivery_as_recorded_is_read()
    {
        var body = HttpRecording.Read("http-publish")
            .Single(record => record.GetProperty("request").GetProperty("path").GetString() == "/on/bulk")
            .GetProperty("request").GetProperty("body").GetString()!;

        var message = JsonSerializer.Deserialize<BulkSubscribeMessage<BulkMessageModel<Dictionary<string, int>>>>(body, JsonSerializerOptions.Web)!;

        message.Entries.Select(entry => entry.Event!.Data!["n"]).ShouldBe([2, 1]);
        message.Entries.ShouldAllBe(entry => entry.ContentType == "application/cloudevents+json" && entry.Event!.Specversion == "1.0");
        message.Entries[0].Metadata.ShouldBe(new Dictionary<string, string> { ["m"] = "x" });
    }

    [Fact]
    public void Answer_to_a_bulk_delivery_is_in_the_recorded_words() => JsonSerializer
        .Serialize(new BulkSubscribeAppResponse([new("1", BulkSubscribeAppResponseStatus.SUCCESS), new("2", BulkSubscribeAppResponseStatus.RETRY)]), JsonSerializerOptions.Web)
        .ShouldBe("""{"statuses":[{"entryId":"1","status":"SUCCESS"},{"entryId":"2","status":"RETRY"}]}""");
}
