using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Athene.Testing.GitHub.Rest;

/// <summary>Answers as GitHub gives them.</summary>
internal static class Answers
{
    public static IResult NotFound() => Refused(StatusCodes.Status404NotFound, "Not Found");

    public static IResult Refused(int status, string message) => Results.Json(
        new JsonObject { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest", ["status"] = $"{status}" }, statusCode: status);

    public static IResult Of(JsonNode document, int status = StatusCodes.Status200OK) => Results.Json(document, statusCode: status);

    /// <summary>One page of a list, with the link to the next one.</summary>
    public static IResult Page(HttpContext context, IReadOnlyList<JsonObject> all, Func<JsonArray, JsonNode>? wrap = null)
    {
        var query = context.Request.Query;
        var (size, page) = (Number(query["per_page"], 30), Number(query["page"], 1));
        var items = new JsonArray([.. all.Skip((page - 1) * size).Take(size)]);
        if (page * size < all.Count)
        {
            var next = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}?per_page={size}&page={page + 1}";
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return Results.Json(wrap is null ? items : wrap(items));
    }

    private static int Number(string? text, int otherwise) => int.TryParse(text, out var number) ? number : otherwise;
}
