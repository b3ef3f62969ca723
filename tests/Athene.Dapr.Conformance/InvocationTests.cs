// The older calls of the SDK are obsolete, and still have to work.
#pragma warning disable CS0618

using System.Net;
using System.Net.Http.Json;

namespace Athene.Dapr.Conformance;

[Collection(ConformanceCollection.Name)]
public sealed class InvocationTests(ConformanceApp app)
{
    [ConformanceFact]
    public async Task Request_of_an_invoke_client_reaches_the_app()
    {
        using var http = app.Client.CreateInvokableHttpClient(Targets.Target.AppId);

        var echo = await http.GetFromJsonAsync<Echo>("/echo/hello?a=b%20c");

        echo.ShouldBe(new Echo("GET", "hello", "?a=b%20c"));
    }

    [ConformanceFact]
    public async Task Invoke_method_posts_and_reads_json()
    {
        var echo = await app.Client.InvokeMethodAsync<int, Echo>(HttpMethod.Post, Targets.Target.AppId, "echo/there", 1);

        echo.ShouldBe(new Echo("POST", "there", ""));
    }

    [ConformanceFact]
    public async Task Error_of_the_app_is_an_invocation_exception_with_its_answer()
    {
        var failed = await Should.ThrowAsync<InvocationException>(
            () => app.Client.InvokeMethodAsync(HttpMethod.Get, Targets.Target.AppId, "refuse"));

        failed.AppId.ShouldBe(Targets.Target.AppId);
        failed.Response!.StatusCode.ShouldBe((HttpStatusCode)418);
    }
}
