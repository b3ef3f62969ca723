using System.Text.Json.Nodes;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>Changes records as no operation would, for sessions that have come into a strange state.</summary>
internal static class SessionRecords
{
    public static async Task ChangeSessionAsync(this StateStore store, string sessionId, Action<JsonNode> change)
    {
        var record = JsonNode.Parse((await store.ReadAsync($"session-{sessionId}"))!)!;
        change(record);
        await store.WriteAsync($"session-{sessionId}", record.ToJsonString());
    }
}
