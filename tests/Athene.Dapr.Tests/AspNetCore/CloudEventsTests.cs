using System.Net;
using System.Text;
using System.Text.Json;
using Athene.Dapr.Tests.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Dapr.Tests.AspNetCore;

public sealed class CloudEventsTests
{
    [Theory]
    [InlineData("publish JSON, delivered", "application/json", """{"note":"é","orderId":1}""")]
    [InlineData("publish JSON with charset", "application/json", """{"orderId":2}""")]
    [InlineData("publish JSON string", "application/json", "\"just text\"")]
    [InlineData("publish text, delivered", "text/plain", "plain text")]
    [InlineData("publish empty body", "text/plain", "")]
    [InlineData("publish raw payload, delivered to a raw subscription", "application/octet-stream", """{"raw":true}""")]
    public async Task Recorded_delivery_reaches_the_endpoint_as_its_data(string name, string type, string body)
    {
        var envelope = HttpRecording.Read("http-publish")
            .First(record => record.GetProperty("case").GetString() == name && record.GetProperty("direction").GetString() == "sidecar->app")
            .GetProperty("request").GetProperty("body").GetString()!;

        var (status, seen) = await DeliverAsync(envelope);

        status.ShouldBe(HttpStatusCode.OK);
        JsonSerializer.Deserialize<string[]>(seen).ShouldBe([type, body]);
    }

    [Fact]
    public async Task Envelope_attributes_become_headers_when_asked_for()
    {
        var options = new CloudEventsMiddlewareOptions { ForwardCloudEventPropertiesAsHeaders = true };

        var (_, seen) = await DeliverAsync(
            """{"id":"1","type":"made","data":1}""", options, context => context.Request.Headers["Cloudevent.type"].ToString());

        seen.ShouldBe("made");
    }

    [Fact]
    public async Task Only_the_attributes_that_were_chosen_become_headers()
    {
        const string envelope = """{"id":"1","type":"made","subject":"s","data":1}""";
        static string Headers(HttpContext context) =>
            string.Join(',', context.Request.Headers.Keys.Where(name => name.StartsWith("Cloudevent.", StringComparison.Ordinal)).Order());

        var (_, included) = await DeliverAsync(
            envelope, new() { ForwardCloudEventPropertiesAsHeaders = true, IncludedCloudEventPropertiesAsHeaders = ["type"] }, Headers);
        var (_, excluded) = await DeliverAsync(
            envelope, new() { ForwardCloudEventPropertiesAsHeaders = true, ExcludedCloudEventPropertiesFromHeaders = ["type"] }, Headers);

        (included, excluded).ShouldBe(("Cloudevent.type", "Cloudevent.id,Cloudevent.subject"));
    }

    [Theory]
    [InlineData("{broken")]
    [InlineData("[1]")]
    [InlineData("""{"data":1,"data_base64":"AA=="}""")]
    [InlineData("""{"data_base64":"%%%"}""")]
    public async Task Envelope_that_is_none_is_refused(string body) =>
        (await DeliverAsync(body)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Body_that_is_no_CloudEvent_is_left_alone()
    {
        var (_, seen) = await DeliverAsync("""{"data":1}""", type: "application/json");

        JsonSerializer.Deserialize<string[]>(seen)![1].ShouldBe("""{"data":1}""");
    }

    private static async Task<(HttpStatusCode Status, string Seen)> DeliverAsync(
        string envelope,
        CloudEventsMiddlewareOptions? options = null,
        Func<HttpContext, string>? see = null,
        string type = "application/cloudevents+json")
    {
        await using var app = await LocalServer.StartAsync(application =>
        {
            application.UseCloudEvents(options ?? new CloudEventsMiddlewareOptions());
            application.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = await reader.ReadToEndAsync();
                await context.Response.WriteAsync(see?.Invoke(context) ?? JsonSerializer.Serialize(new[] { MediaType(context), body }));
            });
        });
        using var http = new HttpClient();
        using var content = new StringContent(envelope, Encoding.UTF8, type);
        content.Headers.ContentType!.CharSet = null;
        using var response = await http.PostAsync(app.Address, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string MediaType(HttpContext context) => context.Request.ContentType!.Split(';')[0];
}
