using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Athene.Dapr.Tests.Client;

/// <summary>What an invoke client sends is what was recorded, and the answer of the other app comes back as it was.</summary>
public sealed class InvocationRecordingTests
{
    private const string Recording = "http-invoke";

    public static TheoryData<string> Cases => [.. Calls().Select(record => record.GetProperty("case").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Recorded_call_is_made_and_its_answer_handed_on(string name)
    {
        var record = Calls().Single(record => record.GetProperty("case").GetString() == name);
        await using var sidecar = await RecordedSidecar.PlayAsync(Recording, name);
        using var client = sidecar.Client;
        var path = record.GetProperty("request").GetProperty("path").GetString()!["/v1.0/invoke/".Length..];
        using var http = client.CreateInvokableHttpClient(path[..path.IndexOf('/', StringComparison.Ordinal)]);
        using var request = Request(record.GetProperty("request"), path[(path.IndexOf("/method", StringComparison.Ordinal) + "/method".Length)..]);

        using var response = await http.SendAsync(request);

        var answer = record.GetProperty("response");
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode, body).ShouldBe((answer.GetProperty("status").GetInt32(), answer.GetProperty("body").GetString() ?? ""));
        response.Headers.Location?.ToString().ShouldBe(answer.GetProperty("headers").TryGetProperty("Location", out var location) ? location.GetString() : null);
    }

    [Fact]
    public void Request_of_the_builder_is_the_recorded_one()
    {
        using var client = new DaprClientBuilder().UseHttpEndpoint("http://127.0.0.1:3500").Build();

        using var request = client.CreateInvokeMethodRequest(HttpMethod.Get, "myapp", "/orders/1", [new("a", "1"), new("b", "two words")]);

        request.RequestUri!.AbsoluteUri.ShouldBe("http://127.0.0.1:3500/v1.0/invoke/myapp/method/orders/1?a=1&b=two%20words");
    }

    [Fact]
    public async Task App_id_keeps_its_letters_and_the_request_its_address()
    {
        string? asked = null;
        await using var sidecar = await LocalServer.StartAsync(application => application.Run(context =>
        {
            asked = context.Request.Path;
            return Task.CompletedTask;
        }));
        using var http = DaprClient.CreateInvokeHttpClient("MyApp", sidecar.Address.ToString(), "secret");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders");

        using var response = await http.SendAsync(request);

        asked.ShouldBe("/v1.0/invoke/MyApp/method/orders");
        request.RequestUri!.Host.ShouldBe("myapp");
        request.Headers.Contains("dapr-api-token").ShouldBeFalse();
    }

    private static IEnumerable<JsonElement> Calls() => HttpRecording.Read(Recording).Where(record =>
        record.GetProperty("direction").GetString() == "app->sidecar"
        && record.GetProperty("request").GetProperty("path").GetString()!.StartsWith("/v1.0/invoke/", StringComparison.Ordinal));

    private static HttpRequestMessage Request(JsonElement recorded, string target)
    {
        var request = new HttpRequestMessage(new HttpMethod(recorded.GetProperty("method").GetString()!), target);
        if (recorded.GetProperty("body").GetString() is not { } body) return request;
        request.Content = new StringContent(body);
        request.Content.Headers.Remove("Content-Type");
        if (recorded.GetProperty("headers").GetProperty("Content-Type").GetString() is { Length: > 0 } type)
            request.Content.Headers.Add("Content-Type", type);
        return request;
    }
}
