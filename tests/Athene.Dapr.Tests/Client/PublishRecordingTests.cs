namespace Athene.Dapr.Tests.Client;

public sealed class PublishRecordingTests
{
    [Fact]
    public async Task Publish_is_the_recorded_request()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync(
            "http-publish", "publish JSON, delivered", "publish with ttl", "publish text, delivered", "publish to unknown pubsub");
        using var client = sidecar.Client;

        await client.PublishEventAsync("pubsub", "orders", new { orderId = 1, note = "é" });
        await client.PublishEventAsync("pubsub", "orders", new { orderId = 5 }, new Dictionary<string, string> { ["ttlInSeconds"] = "60" });
        await client.PublishByteEventAsync("pubsub", "orders", "plain text"u8.ToArray(), "text/plain");
        var refused = await Should.ThrowAsync<DaprApiException>(() => client.PublishEventAsync("nopubsub", "orders", new { }));

        refused.ErrorCode.ShouldBe("ERR_PUBSUB_NOT_FOUND");
    }

    [Fact]
    public async Task Metadata_of_the_recorded_sidecar_is_understood()
    {
        await using var sidecar = await RecordedSidecar.PlayAsync("http-startup-health-metadata", "metadata get");
        using var client = sidecar.Client;

        var metadata = await client.GetMetadataAsync();

        metadata.Id.ShouldBe("myapp");
        metadata.Actors.Select(actor => actor.Type).ShouldBe(["Idle", "Counter"]);
        metadata.Extended["daprRuntimeVersion"].ShouldBe("1.18.3");
        metadata.Components.Single(component => component.Name == "sqlitestore").Capabilities.ShouldContain("ETAG");
    }
}
