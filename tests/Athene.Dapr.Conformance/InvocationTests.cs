using System.Net;
using System.Net.Http.Json;
using Athene.Dapr.Conformance.Targets;

namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class InvocationTests(ConformanceApp app) : IDisposable
{
    private readonly HttpClient http = app.Client.CreateInvokableHttpClient(Target.AppId);

    public void Dispose() => http.Dispose();

    [ConformanceTheory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Every_verb_reaches_the_app_with_query_and_headers(string verb)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/echo/hello?a=b%20c") { Headers = { { "X-Asked", "yes" } } };

        using var response = await http.SendAsync(request);

        (await response.Content.ReadFromJsonAsync<Echo>()).ShouldBe(new Echo(verb, "hello", "?a=b%20c", "", "yes"));
        response.Headers.GetValues("X-Answer").ShouldBe([verb]);
    }

    [ConformanceTheory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task Body_reaches_the_app_as_it_was_sent(string verb)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/echo/body") { Content = new StringContent("""{ "größe": 1 }""") };

        using var response = await http.SendAsync(request);

        (await response.Content.ReadFromJsonAsync<Echo>())!.Body.ShouldBe("""{ "größe": 1 }""");
    }

    [ConformanceFact]
    public async Task Head_is_answered_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/echo/head");

        using var response = await http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("X-Answer").ShouldBe(["HEAD"]);
    }

    [ConformanceFact]
    public async Task Answers_of_the_app_pass_through_whatever_their_status()
    {
        using var refused = await http.GetAsync("/refuse");
        using var nothing = await http.PostAsync("/nothing", content: null);
        using var missing = await http.GetAsync("/not/there");

        ((int)refused.StatusCode, await refused.Content.ReadAsStringAsync()).ShouldBe((418, "short and stout"));
        nothing.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [ConformanceFact]
    public async Task Large_body_arrives_whole()
    {
        using var response = await http.PostAsync("/count", new ByteArrayContent(new byte[3 * 1024 * 1024]));

        (await response.Content.ReadAsStringAsync()).ShouldBe($"{3 * 1024 * 1024}");
    }

    [ConformanceFact]
    public async Task Streamed_answer_arrives_as_the_app_writes_it()
    {
        var key = ConformanceApp.NewId();
        using var limit = new CancellationTokenSource(ConformanceApp.Limit);
        using var response = await http.GetAsync($"/stream/{key}", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(limit.Token));

        (await lines.ReadLineAsync(limit.Token)).ShouldBe("data: first");
        SampleMethods.Gates.GetOrAdd(key, _ => new TaskCompletionSource()).SetResult();
        (await lines.ReadToEndAsync(limit.Token)).ShouldContain("data: second");
    }

    [ConformanceFact]
    public async Task Unknown_app_is_refused_with_Daprs_code()
    {
        using var other = app.Client.CreateInvokableHttpClient("noapp");

        using var response = await other.GetAsync("/echo/hello");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldContain("ERR_DIRECT_INVOKE");
    }

    [ConformanceFact]
    public async Task Invocation_belongs_to_the_trace_of_the_caller()
    {
        using var span = new System.Diagnostics.Activity("caller").Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/trace");

        (await (await http.SendAsync(request)).Content.ReadAsStringAsync()).ShouldContain(span.TraceId.ToString());
    }
}
