using System.Net;
using System.Net.Http.Json;
using Athene.Dapr.Conformance.Targets;

namespace Athene.Dapr.Conformance;

/// <summary>The SDK's older calls: obsolete, and still to be relied on.</summary>
[Obsolete("They test what is obsolete.")]
[Collection(ConformanceCollection.Name)]
public sealed class ObsoleteInvocationTests(ConformanceApp app)
{
    [ConformanceFact]
    public async Task Invoke_method_sends_and_reads_json()
    {
        var posted = await app.Client.InvokeMethodAsync<int, Echo>(Target.AppId, "echo/there", 1);
        var got = await app.Client.InvokeMethodAsync<Echo>(HttpMethod.Get, Target.AppId, "/echo/here");

        posted.ShouldBe(new Echo("POST", "there", "", "1", ""));
        got.ShouldBe(new Echo("GET", "here", "", "", ""));
    }

    [ConformanceFact]
    public async Task Request_with_query_parameters_is_answered_as_it_is()
    {
        using var request = app.Client.CreateInvokeMethodRequest(
            HttpMethod.Put, Target.AppId, "echo/query?a=1", [new("b", "two words"), new("c", "&")], data: "x");

        using var response = await app.Client.InvokeMethodWithResponseAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadFromJsonAsync<Echo>())!.Query.ShouldBe("?a=1&b=two%20words&c=%26");
    }

    [ConformanceFact]
    public async Task Error_of_the_app_is_an_invocation_exception_with_its_answer()
    {
        var failed = await Should.ThrowAsync<InvocationException>(
            () => app.Client.InvokeMethodAsync(HttpMethod.Get, Target.AppId, "refuse"));

        (failed.AppId, failed.MethodName).ShouldBe((Target.AppId, "refuse"));
        failed.InnerException.ShouldBeOfType<HttpRequestException>().StatusCode.ShouldBe((HttpStatusCode)418);
        (await failed.Response!.Content.ReadAsStringAsync()).ShouldBe("short and stout");
    }

    [ConformanceFact]
    public async Task Answer_that_is_not_what_was_asked_for_is_an_invocation_exception() =>
        await Should.ThrowAsync<InvocationException>(() => app.Client.InvokeMethodAsync<int>(HttpMethod.Get, Target.AppId, "echo/here"));

    [ConformanceFact]
    public async Task Request_to_another_host_is_not_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://elsewhere.invalid/");

        await Should.ThrowAsync<InvalidOperationException>(() => app.Client.InvokeMethodAsync(request));
    }
}
