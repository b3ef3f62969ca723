using System.Net;
using System.Text;
using Athene.Dapr.Protocol.Grpc;
using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Tests.Grpc;
using Google.Protobuf;

namespace Athene.Sidecar.Tests.Limits;

/// <summary>Requests that are larger than the sidecar takes.</summary>
public sealed class LimitTests
{
    private const int Default = 4 * 1024 * 1024;

    [Theory]
    [InlineData("/v1.0/publish/pubsub/t", "ERR_BODY_READ")]
    [InlineData("/v1.0/state/statestore", "ERR_MALFORMED_REQUEST")]
    public async Task Body_over_the_limit_is_refused_as_Dapr_does(string path, string errorCode)
    {
        await using var host = await SidecarHost.StartAsync();
        using var answer = await PostAsync(host, path, Default + 1);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain(errorCode);
        text.ShouldContain("stream too large");
    }

    [Theory]
    [InlineData(100, 100, HttpStatusCode.NoContent)]
    [InlineData(100, 101, HttpStatusCode.BadRequest)]
    [InlineData(2 * Default, Default + 1, HttpStatusCode.NoContent)]
    public async Task Limit_is_the_apps_own(int limit, int length, HttpStatusCode status)
    {
        await using var host = await StartAsync(limit);
        using var answer = await PostAsync(host, "/v1.0/publish/pubsub/t", length);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Message_over_the_limit_exhausts_the_resource_over_gRPC()
    {
        await using var host = await StartAsync(1_000);
        await using var client = RuntimeClient.Of(host);
        (await client.RefusalAsync("PublishEvent", Event(1_000))).Status.ShouldBe(GrpcStatus.ResourceExhausted);
        await client.DoAsync("PublishEvent", Event(900));
    }

    [Fact]
    public async Task Headers_over_the_limit_are_refused()
    {
        await using var host = await SidecarHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1.0/state/statestore/k");
        request.Headers.Add("X-Large", new string('x', 40 * 1024));
        (await host.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
    }

    [Fact]
    public async Task Limit_that_lets_nothing_through_ends_the_start() =>
        (await Should.ThrowAsync<SidecarStartException>(() => StartAsync(0))).Message.ShouldContain("maxBodySize");

    private static Task<SidecarHost> StartAsync(int limit) =>
        SidecarHost.StartAsync(adjust: options => options with { Apps = [new SidecarApp(SidecarHost.AppId, 0, 0, 0) { MaxBodySize = limit }] });

    private static Task<HttpResponseMessage> PostAsync(SidecarHost host, string path, int length)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(new string(' ', length - 2) + "[]", Encoding.UTF8, "application/json") };
        // So that the refusal can be read before the body is sent.
        request.Headers.ExpectContinue = true;
        return host.Http.SendAsync(request);
    }

    private static PublishEventRequest Event(int length) => new() { PubsubName = "pubsub", Topic = "t", Data = ByteString.CopyFrom(new byte[length]) };
}
