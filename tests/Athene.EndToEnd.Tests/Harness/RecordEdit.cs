using System.Text.Json.Nodes;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>Changes a stored record as no operation would: to what an older Athene left behind, or to a state that is hard to meet in time.</summary>
internal static class RecordEdit
{
    public static async Task ChangeAsync(Installation athene, string sessionId, Action<JsonNode> change)
    {
        var store = new StateStore(athene);
        var record = JsonNode.Parse((await store.ReadAsync($"session-{sessionId}"))!)!;
        change(record);
        await store.WriteAsync($"session-{sessionId}", record.ToJsonString());
    }

    /// <summary>As it is until the lifecycle has looked at it for the first time.</summary>
    public static Task ToSpawningAsync(Installation athene, string sessionId) => ChangeAsync(athene, sessionId, record =>
    {
        record["lifecycle"]!["session"]!["state"] = "not_started";
        record["lifecycle"]!["session"]!["reason"] = "spawn_requested";
    });
}
