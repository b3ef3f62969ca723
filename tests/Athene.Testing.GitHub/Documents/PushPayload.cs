using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.Documents;

/// <summary>What the <c>push</c> webhook carries.</summary>
internal static class PushPayload
{
    private static readonly string Nothing = new('0', 40);

    public static JsonObject Of(string reference, string? before, string? after) => new()
    {
        ["ref"] = reference,
        ["before"] = before ?? Nothing,
        ["after"] = after ?? Nothing,
        ["created"] = before is null,
        ["deleted"] = after is null,
        ["forced"] = false,
        ["commits"] = new JsonArray(),
        ["head_commit"] = after is null ? null : new JsonObject { ["id"] = after },
        ["pusher"] = new JsonObject { ["name"] = "ada" },
    };
}
