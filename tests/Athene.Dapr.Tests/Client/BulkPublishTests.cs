using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Athene.Dapr.Tests.Client;

public sealed class BulkPublishTests
{
    [Fact]
    public async Task Each_event_is_sent_with_an_id_and_its_content_type()
    {
        string? sent = null;
        await using var sidecar = await LocalServer.StartAsync(application => application.MapPost(
            "/v1.0/publish/bulk/pubsub/orders", async (HttpRequest request) =>
            {
                sent = await new StreamReader(request.Body).ReadToEndAsync();
                return Results.NoContent();
            }));
        using var client = ClientOf(sidecar);

        var published = await client.BulkPublishEventAsync<object>("pubsub", "orders", [1, new CloudEvent<int>(2) { Type = "made" }]);

        published.FailedEntries.ShouldBeEmpty();
        JsonNode.DeepEquals(JsonNode.Parse(sent!), JsonNode.Parse("""
            [
              { "entryId": "0", "event": 1, "contentType": "application/json" },
              { "entryId": "1", "event": { "data": 2, "datacontenttype": "application/json", "source": null, "type": "made", "subject": null },
                "contentType": "application/cloudevents+json" }
            ]
            """)).ShouldBeTrue(sent);
    }

    [Fact]
    public async Task Events_that_failed_are_handed_back_with_the_reason()
    {
        await using var sidecar = await LocalServer.StartAsync(application => application.MapPost(
            "/v1.0/publish/bulk/pubsub/orders", () => Results.Json(
                new { failedEntries = new[] { new { entryId = "1", error = "no room" } }, errorCode = "ERR_PUBSUB_PUBLISH_MESSAGE" }, statusCode: 500)));
        using var client = ClientOf(sidecar);

        var published = await client.BulkPublishEventAsync("pubsub", "orders", ["a", "b"]);

        var failed = published.FailedEntries.ShouldHaveSingleItem();
        (failed.Entry.EventData, failed.ErrorMessage).ShouldBe(("b", "no room"));
    }

    private static DaprClient ClientOf(LocalServer sidecar) => new DaprClientBuilder().UseHttpEndpoint(sidecar.Address.ToString()).Build();
}
