using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Athene.Sidecar.Tests.PubSub;

/// <summary>Subscribers that are slow, stubborn or gone, and a sidecar that stops.</summary>
public sealed class BackPressureTests
{
    private const string TwoTopics = """[{"pubsubname":"pubsub","topic":"slow","route":"/slow"},{"pubsubname":"pubsub","topic":"fast","route":"/fast"}]""";

    private static readonly Dictionary<string, string> RetryForEver = new()
    {
        ["file.yaml"] = """
            kind: Component
            metadata: { name: pubsub }
            spec: { type: pubsub.redis }
            ---
            kind: Resiliency
            spec:
              policies: { retries: { forever: { policy: constant, duration: 20ms } } }
              targets: { components: { pubsub: { inbound: { retry: forever } } } }
            """,
    };

    [Fact]
    public async Task Slow_subscriber_holds_up_nobody_else_and_gets_ten_at_a_time()
    {
        await using var app = await TestApp.StartAsync(subscriptions: TwoTopics);
        var release = new TaskCompletionSource();
        app.Handler = (_, request) => request.Target == "/slow" ? release.Task : Task.CompletedTask;
        await using var host = await StartAsync(app);
        await PublishAsync(host.Http, "slow", 30);
        for (var i = 0; i < 10; i++) app.Next().Target.ShouldBe("/slow");
        await PublishAsync(host.Http, "fast", 5);
        for (var i = 0; i < 5; i++) app.Next().Target.ShouldBe("/fast");
        release.SetResult();
        for (var i = 0; i < 20; i++) app.Next().Target.ShouldBe("/slow");
    }

    [Fact]
    public async Task Message_that_is_refused_for_ever_blocks_no_other()
    {
        await using var app = await TestApp.StartAsync(subscriptions: TwoTopics);
        var taken = new ConcurrentDictionary<int, bool>();
        var all = new TaskCompletionSource();
        app.Handler = (context, request) =>
        {
            var number = Number(request);
            if (number < 50) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            else if (taken.TryAdd(number, true) && taken.Count == 50) all.SetResult();
            return Task.CompletedTask;
        };
        await using var host = await StartAsync(app, RetryForEver);
        await PublishAsync(host.Http, "fast", 100);
        await all.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Stop_lets_a_delivery_end_while_its_app_still_uses_the_sidecar()
    {
        await using var app = await TestApp.StartAsync(subscriptions: TwoTopics);
        var stopped = new TaskCompletionSource<Task>();
        var saved = new TaskCompletionSource<int>();
        var host = await StartAsync(app);
        using var sidecar = new HttpClient { BaseAddress = host.Http.BaseAddress };
        app.Handler = async (_, _) =>
        {
            // The stop is asked for in the middle of this delivery, which then still needs the state store.
            stopped.SetResult(host.DisposeAsync().AsTask());
            using var content = new StringContent("""[{"key":"k","value":1}]""");
            using var answer = await sidecar.PostAsync("/v1.0/state/statestore", content);
            saved.SetResult((int)answer.StatusCode);
        };
        // Not by the host's own client: it is disposed of while the answer to this may still be under way.
        await PublishAsync(sidecar, "fast", 1);
        (await saved.Task.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(204);
        await (await stopped.Task).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<SidecarHost> StartAsync(TestApp app, Dictionary<string, string>? resources = null)
    {
        var host = await SidecarHost.StartAsync(app.Port, resources: resources, adjust: options => options with { ShutdownTimeout = TimeSpan.FromSeconds(20) });
        await host.WhenReadyAsync();
        return host;
    }

    private static int Number(ReceivedRequest request)
    {
        using var json = JsonDocument.Parse(request.Text);
        return json.RootElement.GetProperty("data").GetInt32();
    }

    private static async Task PublishAsync(HttpClient sidecar, string topic, int count)
    {
        var entries = Enumerable.Range(0, count).Select(number => $$"""{"entryId":"{{number}}","event":{{number}},"contentType":"application/json"}""");
        using var content = new StringContent($"[{string.Join(',', entries)}]", Encoding.UTF8, "application/json");
        (await sidecar.PostAsync($"/v1.0/publish/bulk/pubsub/{topic}", content)).EnsureSuccessStatusCode();
    }
}
