using System.Net;

namespace Athene.Sidecar.Tests.State;

/// <summary>What recordings do not tell of the state API.</summary>
public sealed class StateBehaviourTests
{
    [Fact]
    public async Task Query_is_refused_by_name()
    {
        await using var host = await SidecarHost.StartAsync();
        using var content = new StringContent("{}");
        using var answer = await host.Http.PostAsync("/v1.0-alpha1/state/statestore/query", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("ERR_STATE_STORE_NOT_SUPPORTED");
    }

    [Theory]
    [InlineData("appid", false)]
    [InlineData("", false)]
    [InlineData("name", true)]
    [InlineData("none", true)]
    [InlineData("namespace", false)]
    [InlineData("team", true)]
    public async Task Key_prefix_says_who_shares_keys(string prefix, bool isShared)
    {
        var yaml = $"kind: Component\nmetadata: {{ name: statestore }}\nspec: {{ type: state.redis, metadata: [{{ name: keyPrefix, value: '{prefix}' }}] }}";
        await using var host = await SidecarHost.StartAsync(
            others: [new SidecarApp("other", 0, 0, 0)], resources: new Dictionary<string, string> { ["file.yaml"] = yaml });
        using var content = new StringContent("""[{"key":"k","value":1}]""");
        (await host.Http.PostAsync("/v1.0/state/statestore", content)).EnsureSuccessStatusCode();
        using var other = new HttpClient();
        using var answer = await other.GetAsync($"http://127.0.0.1:{host.Sidecar.App("other").HttpPort}/v1.0/state/statestore/k");
        answer.StatusCode.ShouldBe(isShared ? HttpStatusCode.OK : HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("""[{"key":"k","value":1,"options":{"concurrency":"sometimes"}}]""", "unrecognized concurrency model 'sometimes'")]
    [InlineData("""[{"key":"k","value":1,"options":{"consistency":"mostly"}}]""", "unrecognized consistency model 'mostly'")]
    public async Task Option_that_does_not_exist_is_refused(string body, string reason)
    {
        await using var host = await SidecarHost.StartAsync();
        using var content = new StringContent(body);
        using var answer = await host.Http.PostAsync("/v1.0/state/statestore", content);
        ((int)answer.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(reason);
    }
}
