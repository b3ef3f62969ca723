using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>GitHub's <c>simple-user</c>.</summary>
internal static class UserDocument
{
    private static readonly string[] Pages =
        ["followers", "following", "gists", "starred", "subscriptions", "organizations", "repos", "events", "received_events"];

    public static JsonObject Of(GitHubUser user, string address)
    {
        var document = new JsonObject
        {
            ["login"] = user.Login,
            ["id"] = user.Id,
            ["node_id"] = $"U_{user.Id}",
            ["avatar_url"] = $"{address}/avatars/{user.Id}",
            ["gravatar_id"] = "",
            ["url"] = $"{address}/users/{user.Login}",
            ["html_url"] = $"{address}/{user.Login}",
            ["type"] = user.IsBot ? "Bot" : "User",
            ["site_admin"] = false,
        };
        foreach (var page in Pages) document[$"{page}_url"] = $"{address}/users/{user.Login}/{page}";
        return document;
    }
}
