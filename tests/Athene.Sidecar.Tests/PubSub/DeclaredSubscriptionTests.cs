using System.Text;

namespace Athene.Sidecar.Tests.PubSub;

/// <summary>Subscriptions from resource files.</summary>
public sealed class DeclaredSubscriptionTests
{
    private const string PubSub = "apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata: { name: pubsub }\nspec: { type: pubsub.redis, version: v1 }";

    [Theory]
    [InlineData("a", "/on/a", "application/cloudevents+json")]
    [InlineData("routed", "/on/big", "application/cloudevents+json")]
    [InlineData("bulk", "/on/bulk", "application/json")]
    [InlineData("refused", "/on/dead", "application/cloudevents+json")]
    public async Task Event_arrives_as_the_file_says(string topic, string path, string contentType)
    {
        await using var app = await TestApp.StartAsync();
        app.Handler = (context, request) =>
        {
            if (request.Target == "/on/refused") context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        await using var host = await StartAsync(app, """
            apiVersion: dapr.io/v1alpha1
            kind: Subscription
            metadata: { name: a }
            spec: { pubsubname: pubsub, topic: a, route: /on/a }
            scopes: [myapp]
            ---
            apiVersion: dapr.io/v2alpha1
            kind: Subscription
            metadata: { name: routed }
            spec: { pubsubname: pubsub, topic: routed, routes: { rules: [{ match: event.data.n > 5, path: /on/big }], default: /on/small } }
            ---
            apiVersion: dapr.io/v2alpha1
            kind: Subscription
            metadata: { name: bulk }
            spec: { pubsubname: pubsub, topic: bulk, routes: { default: /on/bulk }, bulkSubscribe: { enabled: true, maxMessagesCount: 1 } }
            ---
            apiVersion: dapr.io/v2alpha1
            kind: Subscription
            metadata: { name: refused }
            spec: { pubsubname: pubsub, topic: refused, routes: { default: /on/refused }, deadLetterTopic: dead }
            ---
            apiVersion: dapr.io/v1alpha1
            kind: Subscription
            metadata: { name: dead }
            spec: { pubsubname: pubsub, topic: dead, route: /on/dead }
            """);
        await PublishAsync(host, topic);
        ReceivedRequest request;
        do request = app.Next();
        while (request.Target == "/on/refused");
        request.Target.ShouldBe(path);
        request.Headers["Content-Type"].ShouldBe(contentType);
    }

    [Fact]
    public async Task Raw_payload_is_asked_for_in_the_file()
    {
        await using var app = await TestApp.StartAsync();
        await using var host = await StartAsync(app, """
            apiVersion: dapr.io/v1alpha1
            kind: Subscription
            metadata: { name: a }
            spec: { pubsubname: pubsub, topic: a, route: /on/a, metadata: { rawPayload: "true" } }
            """);
        await PublishAsync(host, "a");
        app.Next().Text.ShouldContain("data_base64");
    }

    [Fact]
    public async Task Subscription_of_another_app_is_not_ours()
    {
        await using var app = await TestApp.StartAsync();
        await using var host = await StartAsync(app, """
            apiVersion: dapr.io/v1alpha1
            kind: Subscription
            metadata: { name: a }
            spec: { pubsubname: pubsub, topic: a, route: /on/a }
            scopes: [other]
            """);
        (await host.Http.GetStringAsync("/v1.0/metadata")).ShouldContain("\"subscriptions\":[]");
    }

    private static async Task<SidecarHost> StartAsync(TestApp app, string subscriptions)
    {
        var host = await SidecarHost.StartAsync(app.Port, resources: new Dictionary<string, string> { ["pubsub.yaml"] = PubSub, ["subscriptions.yaml"] = subscriptions });
        await host.WhenReadyAsync();
        return host;
    }

    private static async Task PublishAsync(SidecarHost host, string topic)
    {
        using var content = new StringContent("""{"n":7}""", Encoding.UTF8, "application/json");
        (await host.Http.PostAsync($"/v1.0/publish/pubsub/{topic}", content)).EnsureSuccessStatusCode();
    }
}
