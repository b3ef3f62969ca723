using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Athene.Testing.GitHub.GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Athene.Testing.GitHub.Rest;

/// <summary>What all answers of the APIs have in common: who may ask, limits, entity tags, and the note of what was asked.</summary>
internal static class ApiConversation
{
    public static async Task AnswerAsync(GitHubServer server, HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        foreach (var repository in server.All) await repository.SyncAsync();

        var pool = GitHubLimits.PoolOf(request.Path.Value!);
        if (RefusalOf(server, request, pool) is { } refusal)
        {
            server.Limits.Describe(pool, context.Response.Headers);
            if (pool == "graphql" && server.Limits.IsSaidInAnswers) await context.Response.WriteAsJsonAsync(GraphEndpoint.Refusal("RATE_LIMITED", refusal.Message));
            else await RefuseAsync(context.Response, refusal.Status, refusal.Message);
        }
        else
        {
            await AnswerAsync(context, next, server.Limits, pool);
        }

        server.Note(new GitHubRequest(
            request.Method, request.GetEncodedPathAndQuery(), request.Headers.Authorization.FirstOrDefault(), body, context.Response.StatusCode));
    }

    public static Task RefuseAsync(HttpResponse response, int status, string message)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(new JsonObject { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest", ["status"] = $"{status}" });
    }

    private static (int Status, string Message)? RefusalOf(GitHubServer server, HttpRequest request, string pool)
    {
        if (server.RequiredToken is { } token && request.Headers.Authorization != $"Bearer {token}") return (StatusCodes.Status401Unauthorized, "Bad credentials");
        return server.Limits.Refusal(pool);
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, GitHubLimits limits, string pool)
    {
        var (wire, answer) = (context.Response.Body, new MemoryStream());
        context.Response.Body = answer;
        await next(context);
        context.Response.Body = wire;
        var isUnchanged = IsUnchanged(context, answer.ToArray());
        if (!isUnchanged) limits.Count(pool, 1);
        limits.Describe(pool, context.Response.Headers);
        if (isUnchanged) context.Response.StatusCode = StatusCodes.Status304NotModified;
        else await wire.WriteAsync(answer.ToArray());
    }

    private static bool IsUnchanged(HttpContext context, byte[] body)
    {
        if (context.Request.Method != HttpMethods.Get || context.Response.StatusCode != StatusCodes.Status200OK) return false;
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag;
    }
}
