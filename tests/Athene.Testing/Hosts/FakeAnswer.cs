using System.Text;
using System.Text.Json.Nodes;

namespace Athene.Testing.Hosts;

/// <summary>What a <see cref="FakeHost"/> answers.</summary>
public sealed record FakeAnswer(int Status, byte[] Body, string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static FakeAnswer Json(JsonNode? body, int status = 200) => new(status, Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null"));

    public static FakeAnswer Text(string text) => new(200, Encoding.UTF8.GetBytes(text), "text/plain");

    /// <summary>A refusal, in the form that GitHub and GitLab share.</summary>
    public static FakeAnswer Refusal(int status, string message) => Json(new JsonObject { ["message"] = message }, status);
}
