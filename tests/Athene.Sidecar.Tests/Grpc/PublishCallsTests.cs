using System.Text.Json;
using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Protocol.Runtime;
using Google.Protobuf;

namespace Athene.Sidecar.Tests.Grpc;

/// <summary>Publishing over gRPC to an app that is subscribed over HTTP.</summary>
public sealed class PublishCallsTests : IAsyncLifetime
{
    private const string Subscriptions = """[{"pubsubname":"pubsub","topic":"orders","route":"/orders"}]""";

    private TestApp app = null!;
    private SidecarHost host = null!;
    private RuntimeClient client = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(subscriptions: Subscriptions);
        host = await SidecarHost.StartAsync(app.Port);
        client = RuntimeClient.Of(host);
        await host.WhenReadyAsync();
    }

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await host.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Published_event_arrives_in_an_envelope_of_the_callers_trace()
    {
        const string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await client.DoAsync("PublishEvent", Event("""{"n":1}""", "application/json"), ("traceparent", trace));
        using var envelope = JsonDocument.Parse(app.Next().Text);
        envelope.RootElement.GetProperty("data").GetProperty("n").GetInt32().ShouldBe(1);
        envelope.RootElement.GetProperty("source").GetString().ShouldBe(SidecarHost.AppId);
        envelope.RootElement.GetProperty("topic").GetString().ShouldBe("orders");
        envelope.RootElement.GetProperty("traceparent").GetString()!.ShouldStartWith(trace[..35]);
    }

    [Fact]
    public async Task Published_text_without_a_content_type_is_plain()
    {
        await client.DoAsync("PublishEvent", Event("hello", ""));
        using var envelope = JsonDocument.Parse(app.Next().Text);
        envelope.RootElement.GetProperty("data").GetString().ShouldBe("hello");
        envelope.RootElement.GetProperty("datacontenttype").GetString().ShouldBe("text/plain");
    }

    [Fact]
    public async Task Raw_event_arrives_bare()
    {
        var request = Event("bare", "text/plain");
        request.Metadata["rawPayload"] = "true";
        await client.DoAsync("PublishEvent", request);
        app.Next().Text.ShouldBe("bare");
    }

    [Theory]
    [InlineData("BulkPublishEvent")]
    [InlineData("BulkPublishEventAlpha1")]
    public async Task Bulk_published_entries_arrive_each(string method)
    {
        var request = new BulkPublishRequest { PubsubName = "pubsub", Topic = "orders", Entries = { Entry("1", "one"), Entry("2", "two") } };
        (await client.CallAsync(method, request, BulkPublishResponse.Parser)).FailedEntries.ShouldBeEmpty();
        string[] arrived = [Data(app.Next()), Data(app.Next())];
        arrived.Order().ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Bulk_with_a_repeated_id_is_refused_and_nothing_is_published()
    {
        var request = new BulkPublishRequest { PubsubName = "pubsub", Topic = "orders", Entries = { Entry("1", "one"), Entry("1", "two") } };
        (await client.RefusalAsync("BulkPublishEvent", request)).Status.ShouldBe(GrpcStatus.InvalidArgument);
        await client.DoAsync("PublishEvent", Event("next", "text/plain"));
        Data(app.Next()).ShouldBe("next");
    }

    [Theory]
    [InlineData("nowhere", "orders", "pubsub nowhere is not found")]
    [InlineData("", "orders", "pubsub name is empty")]
    [InlineData("pubsub", "", "topic is empty in pubsub pubsub")]
    public async Task Publish_to_nowhere_is_an_invalid_argument(string pubsub, string topic, string message) =>
        (await client.RefusalAsync("PublishEvent", new PublishEventRequest { PubsubName = pubsub, Topic = topic })).ShouldBe((GrpcStatus.InvalidArgument, message));

    private static PublishEventRequest Event(string data, string contentType) =>
        new() { PubsubName = "pubsub", Topic = "orders", Data = ByteString.CopyFromUtf8(data), DataContentType = contentType };

    private static BulkPublishRequestEntry Entry(string id, string data) =>
        new() { EntryId = id, Event = ByteString.CopyFromUtf8(data), ContentType = "text/plain" };

    private static string Data(ReceivedRequest delivery)
    {
        using var envelope = JsonDocument.Parse(delivery.Text);
        return envelope.RootElement.GetProperty("data").GetString()!;
    }
}
