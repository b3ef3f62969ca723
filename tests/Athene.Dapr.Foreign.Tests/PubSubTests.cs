namespace Athene.Dapr.Foreign;

/// <summary>Publishing by the JavaScript SDK to an app of its <c>DaprServer</c>. The scripts are in <c>JavaScript/pubsub.js</c>.</summary>
public sealed class PubSubTests : ForeignTest
{
    [Theory, MemberData(nameof(Protocols))]
    public async Task Every_content_type_arrives(string protocol) =>
        (await RunAsync("pubsub.js", "contentTypes", protocol)).ShouldBe("""["text",{"n":1},{"n":2}]""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Raw_payload_arrives(string protocol) => (await RunAsync("pubsub.js", "raw", protocol)).ShouldBe("""[{"n":1}]""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Refused_event_is_delivered_again(string protocol) =>
        (await RunAsync("pubsub.js", "retry", protocol)).ShouldBe("""[{"n":1},{"n":1},{"n":1}]""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Dropped_event_becomes_a_dead_letter(string protocol) =>
        (await RunAsync("pubsub.js", "deadLetter", protocol)).ShouldBe("""[["poisoned",{"n":1}],["poison",{"n":1}]]""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Bulk_published_events_arrive_each(string protocol) =>
        (await RunAsync("pubsub.js", "bulkPublish", protocol)).ShouldBe("""{"failed":[],"received":["text",{"n":1},{"n":2}]}""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Bulk_subscriber_gets_every_event(string protocol) => (await RunAsync("pubsub.js", "bulkSubscribe", protocol)).ShouldBe("""[{"n":1},{"n":2},{"n":3}]""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Routing_rule_chooses_the_handler(string protocol) =>
        (await RunAsync("pubsub.js", "routes", protocol)).ShouldBe("""[["big",{"n":1}],["other",{"n":2}]]""");

    [Theory]
    [InlineData("http", "404 ERR_PUBSUB_NOT_FOUND")]
    [InlineData("grpc", "[invalid_argument] pubsub nowhere is not found")]
    public async Task Publishing_to_an_unknown_component_is_refused(string protocol, string refusal) =>
        (await RunAsync("pubsub.js", "unknownComponent", protocol)).ShouldBe($"\"{refusal}\"");
}
