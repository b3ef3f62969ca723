using System.Text.Json.Nodes;
using Athene.Dapr.Tests.Client;
using Microsoft.AspNetCore.Builder;

namespace Athene.Dapr.Tests.AspNetCore;

public sealed class SubscribeTests
{
    [Theory]
    [InlineData("orders")]
    [InlineData("rawin")]
    [InlineData("a-drop")]
    [InlineData("routed")]
    [InlineData("bulk")]
    public async Task Subscription_is_told_in_the_recorded_shape(string topic)
    {
        await using var app = await StartAsync();
        using var http = new HttpClient();

        var told = JsonNode.Parse(await http.GetStringAsync(new Uri(app.Address, "/dapr/subscribe")))!.AsArray();

        var entry = told.Single(item => item!["topic"]!.GetValue<string>() == topic);
        JsonNode.DeepEquals(entry, Recorded(topic)).ShouldBeTrue($"{entry} instead of {Recorded(topic)}");
    }

    [Fact]
    public async Task Metadata_of_a_topic_and_a_dead_letter_topic_are_told()
    {
        await using var app = await LocalServer.StartAsync(application =>
        {
            application.MapSubscribeHandler();
            application.MapPost("/on/one", () => "").WithTopic("pubsub", "one", new Dictionary<string, string> { ["isRetryable"] = "true" });
            application.MapPost("/on/two", [Topic("pubsub", "two", "dead", false), BulkSubscribe("two")] () => "");
            application.MapPost(
                "/on/three",
                [Topic("pubsub", "three", ["a", "b"], "|"), TopicMetadata("a", "color", "red"), TopicMetadata("b", "color", "blue"), TopicMetadata("c", "color", "none")] () => "");
        });
        using var http = new HttpClient();

        var told = await http.GetStringAsync(new Uri(app.Address, "/dapr/subscribe"));

        told.ShouldBe(
            """[{"pubsubname":"pubsub","topic":"one","route":"/on/one","metadata":{"isRetryable":"true"}},"""
            + """{"pubsubname":"pubsub","topic":"three","route":"/on/three","metadata":{"color":"red|blue"}},"""
            + """{"pubsubname":"pubsub","topic":"two","route":"/on/two","deadLetterTopic":"dead","""
            + """ "bulkSubscribe":{"enabled":true,"maxMessagesCount":100,"maxAwaitDurationMs":1000}}]""".TrimStart());
    }

    private static Task<LocalServer> StartAsync() => LocalServer.StartAsync(application =>
    {
        application.MapSubscribeHandler();
        application.MapPost("/on/orders", () => "").WithTopic("pubsub", "orders");
        application.MapPost("/on/rawin", () => "").WithTopic("pubsub", "rawin", enableRawPayload: true);
        application.MapPost("/on/drop", () => "")
            .WithTopic(new TopicOptions { PubsubName = "pubsub", Name = "a-drop", DeadLetterTopic = "dl-drop" });
        application.MapPost("/on/kind-b", () => "").WithTopic(Routed("event.data.kind == \"b\"", priority: 2));
        application.MapPost("/on/created", () => "").WithTopic(Routed("event.type == \"order.created\"", priority: 1));
        application.MapPost("/on/default", () => "").WithTopic("pubsub", "routed");
        application.MapPost("/on/bulk", () => "")
            .WithTopic("pubsub", "bulk")
            .WithBulkSubscribe(new BulkSubscribeTopicOptions { TopicName = "bulk", MaxMessagesCount = 10, MaxAwaitDurationMs = 300 });
    });

    private static TopicOptions Routed(string match, int priority) =>
        new() { PubsubName = "pubsub", Name = "routed", Match = match, Priority = priority };

    private static JsonNode Recorded(string topic)
    {
        var record = HttpRecording.Read("http-startup-health-metadata")
            .First(record => record.GetProperty("request").GetProperty("path").GetString() == "/dapr/subscribe");
        return JsonNode.Parse(record.GetProperty("response").GetProperty("body").GetString()!)!.AsArray()
            .Single(item => item!["topic"]!.GetValue<string>() == topic)!;
    }
}
