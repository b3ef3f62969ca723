using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.PubSub;

/// <summary>Bulk subscriptions: how many events come together, and what each answer for an entry does.</summary>
public sealed class BulkDeliveryTests
{
    [Fact]
    public async Task Full_batch_is_delivered_without_waiting_for_more()
    {
        await using var app = await TestApp.StartAsync(subscriptions: Bulk(maxMessages: 3));
        app.Handler = (context, request) => AnswerAsync(context, request, _ => "SUCCESS");
        await using var host = await StartAsync(app);
        await PublishAsync(host, 1, 2, 3, 4, 5, 6);
        Numbers(app.Next()).Concat(Numbers(app.Next())).ShouldBe([1, 2, 3, 4, 5, 6], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_the_entries_that_ask_for_it_come_again()
    {
        await using var app = await TestApp.StartAsync(subscriptions: Bulk(maxMessages: 3));
        var deliveries = 0;
        app.Handler = (context, request) =>
        {
            var isFirst = Interlocked.Increment(ref deliveries) == 1;
            return AnswerAsync(context, request, number => isFirst && number == 2 ? "RETRY" : "SUCCESS");
        };
        await using var host = await StartAsync(app);
        await PublishAsync(host, 1, 2, 3);
        Numbers(app.Next()).ShouldBe([1, 2, 3]);
        Numbers(app.Next()).ShouldBe([2]);
    }

    [Fact]
    public async Task Entries_that_are_dropped_or_refused_for_good_become_dead_letters()
    {
        await using var app = await TestApp.StartAsync(subscriptions: Bulk(maxMessages: 3));
        app.Handler = (context, request) => request.Target == "/dead"
            ? Task.CompletedTask
            : AnswerAsync(context, request, number => number switch { 1 => "DROP", 2 => "RETRY", _ => null });
        await using var host = await StartAsync(app);
        await PublishAsync(host, 1, 2, 3);
        List<int> dead = [];
        while (dead.Count < 3)
            if (app.Next() is { Target: "/dead" } request) dead.Add(Number(JsonDocument.Parse(request.Text).RootElement));
        dead.ShouldBe([1, 2, 3], ignoreOrder: true);
    }

    [Fact]
    public async Task Answer_that_is_not_one_counts_as_a_retry_of_all_and_404_as_a_drop_of_all()
    {
        await using var app = await TestApp.StartAsync(subscriptions: Bulk(maxMessages: 2));
        var deliveries = 0;
        app.Handler = (context, request) =>
        {
            if (request.Target == "/bulk") context.Response.StatusCode = Interlocked.Increment(ref deliveries) == 1 ? 200 : 404;
            return Task.CompletedTask;
        };
        await using var host = await StartAsync(app);
        await PublishAsync(host, 1, 2);
        Numbers(app.Next()).ShouldBe([1, 2], ignoreOrder: true);
        Numbers(app.Next()).ShouldBe([1, 2], ignoreOrder: true);
        app.Next().Target.ShouldBe("/dead");
        app.Next().Target.ShouldBe("/dead");
    }

    [Fact]
    public async Task Raw_entries_are_base64()
    {
        await using var app = await TestApp.StartAsync(subscriptions: Bulk(maxMessages: 1, metadata: """{ "rawPayload": "true" }"""));
        await using var host = await StartAsync(app);
        using var content = new ByteArrayContent([0, 255]);
        (await host.Http.PostAsync("/v1.0/publish/pubsub/t?metadata.rawPayload=true", content)).EnsureSuccessStatusCode();
        var entry = JsonDocument.Parse(app.Next().Text).RootElement.GetProperty("entries")[0];
        entry.GetProperty("event").GetBytesFromBase64().ShouldBe([0, 255]);
        entry.GetProperty("contentType").GetString().ShouldBe("application/octet-stream");
    }

    private static Dictionary<string, string> Resources => new()
    {
        ["pubsub.yaml"] = """
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: pubsub }
            spec: { type: pubsub.redis, version: v1 }
            """,
        ["resiliency.yaml"] = """
            apiVersion: dapr.io/v1alpha1
            kind: Resiliency
            metadata: { name: resiliency }
            spec:
              policies: { retries: { again: { policy: constant, duration: 10ms, maxRetries: 2 } } }
              targets: { components: { pubsub: { inbound: { retry: again } } } }
            """,
    };

    private static async Task<SidecarHost> StartAsync(TestApp app)
    {
        var host = await SidecarHost.StartAsync(app.Port, resources: Resources);
        await host.WhenReadyAsync();
        return host;
    }

    private static string Bulk(int maxMessages, string metadata = "{}") => $$"""
        [
          {
            "pubsubname": "pubsub", "topic": "t", "route": "/bulk", "deadLetterTopic": "dead", "metadata": {{metadata}},
            "bulkSubscribe": { "enabled": true, "maxMessagesCount": {{maxMessages}}, "maxAwaitDurationMs": 200 }
          },
          { "pubsubname": "pubsub", "topic": "dead", "route": "/dead" }
        ]
        """;

    private static async Task PublishAsync(SidecarHost host, params int[] numbers)
    {
        var entries = numbers.Select(number => $$"""{"entryId":"{{number}}","event":{{number}},"contentType":"application/json"}""");
        using var content = new StringContent($"[{string.Join(',', entries)}]", Encoding.UTF8, "application/json");
        (await host.Http.PostAsync("/v1.0/publish/bulk/pubsub/t", content)).EnsureSuccessStatusCode();
    }

    private static Task AnswerAsync(HttpContext context, ReceivedRequest request, Func<int, string?> status)
    {
        var statuses = Entries(request).Select(entry => (Id: entry.GetProperty("entryId").GetString(), Status: status(Number(entry.GetProperty("event")))))
            .Where(entry => entry.Status is not null).Select(entry => new { entryId = entry.Id, status = entry.Status });
        return context.Response.WriteAsJsonAsync(new { statuses });
    }

    private static List<int> Numbers(ReceivedRequest request) => [.. Entries(request).Select(entry => Number(entry.GetProperty("event")))];

    private static int Number(JsonElement cloudEvent) => cloudEvent.GetProperty("data").GetInt32();

    private static JsonElement.ArrayEnumerator Entries(ReceivedRequest request) => JsonDocument.Parse(request.Text).RootElement.GetProperty("entries").EnumerateArray();
}
