using System.Text.Json.Nodes;
using Athene.Testing.GitHub.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Testing.GitHub.Rest;

/// <summary>Who asks, and tokens of apps.</summary>
internal static class AccountRoutes
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    public static void MapAccounts(this IEndpointRouteBuilder api, GitHubServer server)
    {
        api.MapGet("/user", () => Answers.Of(Own(server)));
        api.MapPost("/app/installations/{id:long}/access_tokens", (long id) => Answers.Of(
            new JsonObject
            {
                ["token"] = $"ghs_{id}_{server.NextId()}", ["expires_at"] = Time.Of(server.Now + TokenLife), ["permissions"] = new JsonObject(),
                ["repository_selection"] = "all",
            },
            StatusCodes.Status201Created));
    }

    private static JsonObject Own(GitHubServer server)
    {
        var user = UserDocument.Of(new GitHubUser(server.Viewer), server.Address);
        foreach (var unsaid in (string[])["name", "company", "blog", "location", "email", "hireable", "bio"]) user[unsaid] = null;
        foreach (var count in (string[])["public_repos", "public_gists", "followers", "following"]) user[count] = 0;
        foreach (var time in (string[])["created_at", "updated_at"]) user[time] = "2026-01-01T00:00:00Z";
        return user;
    }
}
