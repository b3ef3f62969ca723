using System.Net;
using System.Text;

namespace Athene.Sidecar.Tests.PubSub;

/// <summary>JSON that is allowed and that nobody writes on purpose.</summary>
public sealed class UnusualJsonTests
{
    private const string Topic = """[{"pubsubname":"pubsub","topic":"t","routes":{"rules":[{"match":"event.type == 'x'","path":"/on/x"}],"default":"/on/t"}}]""";

    [Theory]
    [InlineData("application/json", """{"a":1,"a":2}""", "\"data\":{\"a\":2}")]
    [InlineData("application/json", """{"o":{"b":1,"a":0,"b":3}}""", "\"data\":{\"o\":{\"a\":0,\"b\":3}}")]
    [InlineData("application/cloudevents+json", """{"specversion":"1.0","id":"i","id":"j","type":"y","source":"s","data":1}""", "\"id\":\"j\"")]
    public async Task Of_two_equal_keys_the_last_counts(string contentType, string body, string expected)
    {
        await using var app = await TestApp.StartAsync(subscriptions: Topic);
        await using var host = await SidecarHost.StartAsync(app.Port);
        (await PublishAsync(host, body, contentType)).ShouldBe(HttpStatusCode.NoContent);
        app.Next().Text.ShouldContain(expected);
    }

    [Theory]
    [InlineData(63, HttpStatusCode.NoContent)]
    [InlineData(64, HttpStatusCode.BadRequest)]
    [InlineData(100_000, HttpStatusCode.BadRequest)]
    public async Task Data_that_is_nested_too_deeply_is_refused_and_the_rest_arrives(int depth, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(subscriptions: Topic);
        await using var host = await SidecarHost.StartAsync(app.Port);
        (await PublishAsync(host, new string('[', depth) + new string(']', depth), "application/json")).ShouldBe(status);
        (await PublishAsync(host, "\"last\"", "application/json")).ShouldBe(HttpStatusCode.NoContent);
        var first = app.Next();
        first.Target.ShouldBe("/on/t");
        first.Text.ShouldContain(status == HttpStatusCode.NoContent ? "[[[" : "last");
    }

    private static async Task<HttpStatusCode> PublishAsync(SidecarHost host, string body, string contentType)
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var answer = await host.Http.PostAsync("/v1.0/publish/pubsub/t", content);
        return answer.StatusCode;
    }
}
