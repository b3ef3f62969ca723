using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>The GraphQL API.</summary>
internal static class GraphEndpoint
{
    public static async Task AnswerAsync(GitHubServer server, HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        await context.Response.WriteAsJsonAsync(await AnswerAsync(server, request));
    }

    public static JsonObject Refusal(string type, string message) =>
        new() { ["errors"] = new JsonArray(new JsonObject { ["type"] = type, ["message"] = message }) };

    private static JsonObject TooMuch(int asked)
    {
        var answer = Refusal("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.");
        answer["errors"]![0]!["path"] = new JsonArray("q1");
        answer["data"] = new JsonObject([.. Enumerable.Range(0, asked).Select(place => KeyValuePair.Create($"q{place}", (JsonNode?)null))]);
        return answer;
    }

    private static async Task<JsonObject> AnswerAsync(GitHubServer server, JsonObject request)
    {
        try
        {
            var asked = request["variables"]?.AsObject().Count(variable => variable.Key is ['o', >= '0' and <= '9', ..]) ?? 0;
            if (asked > server.Limits.MostAtOnce) return TooMuch(asked);
            var document = GraphParser.Parse((string)request["query"]!);
            var root = document.Operation == "mutation" ? MutationRoot.Of(server) : QueryRoot.Of(server);
            return await new GraphExecution(document, request["variables"]?.AsObject() ?? []).AnswerAsync(root);
        }
        catch (GraphInvalidException invalid)
        {
            return new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = invalid.Message }) };
        }
    }
}
