using System.Runtime.InteropServices;
using System.Text.Json;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.State;

namespace Athene.Sidecar.Actors;

/// <summary>Turns the JSON of actor requests into what the runtime takes.</summary>
internal static class ActorRequestReader
{
    /// <exception cref="DaprException">The body is not a list of operations.</exception>
    /// <exception cref="ActorException">An operation is not one of Dapr's.</exception>
    public static IReadOnlyList<StateChange> ReadOperations(JsonElement body) => body.ValueKind == JsonValueKind.Array
        ? [.. body.EnumerateArray().Select(ReadOperation)]
        : throw DaprException.Malformed("failed deserializing HTTP body: an array of operations is expected");

    private static StateChange ReadOperation(JsonElement item)
    {
        var request = Child(item, "request");
        if (Text(request, "key") is not { Length: > 0 } key) throw new ActorException(ActorFault.StateTransaction, "an operation has no key");
        return Text(item, "operation") switch
        {
            "upsert" => new StateChange(key, RawUtf8(Child(request, "value")) ?? "null"u8.ToArray(), Text(request, "etag"), FirstWrite: false, TimeToLive(request)),
            "delete" => StateChange.Delete(key, Text(request, "etag")),
            var other => throw new ActorException(ActorFault.StateTransaction, $"operation type {other} not supported"),
        };
    }

    private static TimeSpan? TimeToLive(JsonElement request) => StateRequestReader.ReadTimeToLive(
        Text(Child(request, "metadata"), "ttlInSeconds"), "ERR_ACTOR_STATE_TRANSACTION_SAVE", "error saving actor transaction state: ");

    private static byte[]? RawUtf8(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? null : JsonMarshal.GetRawUtf8Value(value).ToArray();

    private static JsonElement Child(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var child) ? child : default;

    private static string? Text(JsonElement item, string name) => Child(item, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
