using System.Text.Json;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>One message of a workflow recording.</summary>
/// <param name="Json">The message itself in protobuf's JSON, or the status that ended the call.</param>
public sealed record RecordedMessage(string From, string Method, int Call, string Kind, string Type, string Json, string Note)
{
    public static List<RecordedMessage> Load(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recordings", file)));
        return [.. json.RootElement.GetProperty("messages").EnumerateArray().Select(item => new RecordedMessage(
            Text(item, "from"), Text(item, "method"), item.TryGetProperty("call", out var call) ? call.GetInt32() : 0, Text(item, "kind"), Text(item, "type"),
            Raw(item, "message") ?? Raw(item, "status") ?? "{}", Text(item, "text")))];
    }

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static string? Raw(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
