using System.Text;

namespace Athene.Sidecar.Tests.PubSub;

/// <summary>Which path an event takes, and what becomes of rules that nobody can follow.</summary>
public sealed class RoutingTests
{
    [Theory]
    [InlineData("""{"kind":"a","n":1}""", "/first")]
    [InlineData("""{"kind":"a","n":7}""", "/first")]
    [InlineData("""{"kind":"b","n":7}""", "/second")]
    [InlineData("""{"kind":"b","n":1}""", "/default")]
    [InlineData("""{"n":7}""", "/second")]
    [InlineData("\"text\"", "/default")]
    public async Task First_rule_that_matches_takes_the_event(string data, string path)
    {
        await using var app = await TestApp.StartAsync(subscriptions: Routes("event.data.kind == 'a'", "event.data.n > 5", "/default"));
        await using var host = await StartAsync(app);
        await PublishAsync(host, data);
        app.Next().Target.ShouldBe(path);
    }

    [Fact]
    public async Task Event_that_no_rule_wants_goes_to_the_dead_letters()
    {
        await using var app = await TestApp.StartAsync(subscriptions: Routes("event.data.kind == 'a'", "false", "", "dead"));
        await using var host = await StartAsync(app);
        await PublishAsync(host, """{"kind":"c"}""");
        app.Next().Target.ShouldBe("/dead");
    }

    [Fact]
    public async Task Event_for_which_a_rule_has_no_answer_goes_to_the_dead_letters_when_there_are_any()
    {
        await using var app = await TestApp.StartAsync(subscriptions: Routes("event.data.kind == 'a'", "true", "/default", "dead"));
        await using var host = await StartAsync(app);
        await PublishAsync(host, "{}");
        app.Next().Target.ShouldBe("/dead");
    }

    [Fact]
    public async Task Subscription_with_a_rule_that_is_not_supported_is_refused_visibly_and_its_events_wait()
    {
        var port = FreePort.Take(1)[0];
        await using var host = await SidecarHost.StartAsync(port);
        await using (var app = await TestApp.StartAsync(port, Routes("event.data.items.all(i, i > 1)", "true", "/default")))
        {
            await host.WhenReadyAsync();
            (await host.Http.GetStringAsync("/v1.0/metadata")).ShouldContain("\"refusedSubscription:pubsub/t\":\"the rule 'event.data.items.all(i, i > 1)' is not supported, at character 22");
            await PublishAsync(host, "{}");
        }

        await using var corrected = await TestApp.StartAsync(port, Routes("false", "true", "/default"));
        corrected.Next().Target.ShouldBe("/second");
    }

    [Fact]
    public async Task Subscription_of_an_unknown_component_is_refused_visibly()
    {
        await using var app = await TestApp.StartAsync(subscriptions: """[{"pubsubname":"nope","topic":"t","route":"/on"}]""");
        await using var host = await StartAsync(app);
        (await host.Http.GetStringAsync("/v1.0/metadata")).ShouldContain("refusedSubscription:nope/t");
    }

    private static async Task<SidecarHost> StartAsync(TestApp app)
    {
        var host = await SidecarHost.StartAsync(app.Port);
        await host.WhenReadyAsync();
        return host;
    }

    private static string Routes(string first, string second, string fallback, string deadLetterTopic = "") => $$"""
        [
          {
            "pubsubname": "pubsub", "topic": "t", "deadLetterTopic": "{{deadLetterTopic}}",
            "routes": { "rules": [{ "match": "{{first}}", "path": "/first" }, { "match": "{{second}}", "path": "/second" }], "default": "{{fallback}}" }
          },
          { "pubsubname": "pubsub", "topic": "dead", "route": "/dead" }
        ]
        """;

    private static async Task PublishAsync(SidecarHost host, string data)
    {
        using var content = new StringContent(data, Encoding.UTF8, "application/json");
        (await host.Http.PostAsync("/v1.0/publish/pubsub/t", content)).EnsureSuccessStatusCode();
    }
}
