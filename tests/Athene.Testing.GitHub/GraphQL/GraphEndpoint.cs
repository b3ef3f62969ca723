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

    private static async Task<JsonObject> AnswerAsync(GitHubServer server, JsonObject request)
    {
        try
        {
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
