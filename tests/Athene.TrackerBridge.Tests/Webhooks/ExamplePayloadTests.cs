using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Contracts.Json;
using Athene.TrackerBridge.Webhooks;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Tests.Webhooks;

[Collection(WebhookBridgeCollection.Name)]
public sealed class ExamplePayloadTests(ExamplePayloads examples, WebhookBridge bridge) : IClassFixture<ExamplePayloads>
{
    private static readonly string[] OfInterest =
        ["check_run", "check_suite", "issues", "pull_request", "pull_request_review", "pull_request_review_comment", "pull_request_review_thread", "push", "status"];

    private static readonly string[] Replacements = ["null", "true", "-1", "1e400", "\"\"", "\"text\"", "[]", "{}", "[[[{}]]]", "99999999999999999999"];

    [Fact]
    public async Task Webhook_everyExampleOfEveryEvent_isAcceptedAndItsRedeliveryChangesNothing()
    {
        examples.All.Count.ShouldBeGreaterThan(300);
        foreach (var (eventName, body) in examples.All)
        {
            var delivery = $"{Guid.NewGuid()}";
            var first = await TakenAsync(await bridge.GitHubAsync(eventName, body, delivery), eventName);
            var again = await TakenAsync(await bridge.GitHubAsync(eventName, body, delivery), eventName);

            again.Outcome.ShouldBe(first.Outcome is WebhookOutcome.Queued ? WebhookOutcome.Duplicate : WebhookOutcome.Ignored, eventName);
        }

        // Nothing of it can make the service end, or fail inside.
        bridge.Service.Log.ShouldNotContain(line => line.Contains("\"level\":\"Error\"", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Read_everyExampleOfInterest_namesWhatItIsAbout()
    {
        foreach (var eventName in OfInterest)
        {
            var hints = examples.All.Where(example => example.Event == eventName).Select(example => Read(eventName, example.Body)).OfType<WebhookHint>().ToList();

            hints.ShouldNotBeEmpty(eventName);
            hints.ShouldAllBe(hint => hint.Numbers.Count > 0 || hint.Branch != null || hint.Sha != null || hint.Issue != null, eventName);
        }
    }

    [Fact]
    public void Read_anyFieldOfAnyType_isNoError()
    {
        foreach (var (eventName, body) in examples.All.Where(example => OfInterest.Contains(example.Event)).DistinctBy(example => example.Event))
        {
            foreach (var path in PathsOf(JsonNode.Parse(body)!, []))
            {
                foreach (var replacement in Replacements) Should.NotThrow(() => Read(eventName, Replaced(body, path, replacement)), $"{eventName} {string.Join('.', path)} {replacement}");
            }
        }
    }

    private static WebhookHint? Read(string eventName, string body)
    {
        using var payload = JsonDocument.Parse(body);
        return GitHubHints.Read(eventName, payload.RootElement);
    }

    // Deeper than anything that is read, a wrong type cannot matter.
    private static IEnumerable<string[]> PathsOf(JsonNode node, string[] path) => node is JsonObject members && path.Length < 5
        ? members.SelectMany(member => (IEnumerable<string[]>)[[.. path, member.Key], .. member.Value is null ? [] : PathsOf(member.Value, [.. path, member.Key])])
        : [];

    private static string Replaced(string body, string[] path, string replacement)
    {
        var root = JsonNode.Parse(body)!;
        var parent = path[..^1].Aggregate(root, (node, name) => node[name]!);
        parent[path[^1]] = JsonNode.Parse(replacement);
        return root.ToJsonString();
    }

    private static async Task<WebhookReceipt> TakenAsync(HttpResponseMessage response, string eventName)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, $"{eventName}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<WebhookReceipt>(AtheneJson.Options)).ShouldNotBeNull();
    }
}
