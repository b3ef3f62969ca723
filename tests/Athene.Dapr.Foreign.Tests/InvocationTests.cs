namespace Athene.Dapr.Foreign;

/// <summary>Calls between apps by the JavaScript SDK. The scripts are in <c>JavaScript/invocation.js</c>.</summary>
public sealed class InvocationTests : ForeignTest
{
    [Theory, MemberData(nameof(Protocols))]
    public async Task Verb_body_and_caller_reach_the_app(string protocol) =>
        (await RunAsync("invocation.js", "verbs", protocol)).ShouldBe(
            "[" + string.Join(',', ((string[])["post", "put", "patch"]).Select(verb => $$$"""{"method":"{{{verb}}}","query":"/orders","body":{"n":1},"caller":"caller"}""")) + "]");

    [Theory, MemberData(nameof(Protocols))]
    public async Task Query_reaches_the_app(string protocol) =>
        (await RunAsync("invocation.js", "getWithQuery", protocol)).ShouldBe("""{"method":"get","query":"/orders?full=yes","by":"caller"}""");

    [Theory, MemberData(nameof(Protocols))]
    public async Task App_can_call_itself(string protocol) => (await RunAsync("invocation.js", "self", protocol)).ShouldBe("""{"method":"post","by":null}""");

    [Theory]
    [InlineData("http", """["500 ERR_DIRECT_INVOKE","404"]""")]
    [InlineData("grpc", """["[internal] failed to invoke, id: nobody, err: no host found with the given ID","[not_found] Not Found"]""")]
    public async Task Refusals_reach_the_caller(string protocol, string refusals) => (await RunAsync("invocation.js", "refusals", protocol)).ShouldBe(refusals);
}
