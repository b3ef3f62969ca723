using System.Globalization;
using System.Text.Json;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.State;

/// <summary>Turns the JSON of state requests into changes, refusing what Dapr refuses.</summary>
internal static class StateRequestReader
{
    public static List<StateChange> ReadChanges(JsonElement body, StateKeys keys, string store)
    {
        if (body.ValueKind != JsonValueKind.Array)
            throw DaprException.Malformed($"json: cannot unmarshal {Kind(body)} into Go value of type []state.SetRequest");
        return [.. body.EnumerateArray().Select(item => ReadUpsert(item, keys, "ERR_STATE_SAVE", $"failed saving state in state store {store}: "))];
    }

    public static List<StateChange> ReadOperations(JsonElement body, StateKeys keys)
    {
        if (body.ValueKind != JsonValueKind.Object) throw DaprException.Malformed("failed deserializing HTTP body: an object with operations is expected");
        return body.TryGetProperty("operations", out var operations) && operations.ValueKind == JsonValueKind.Array
            ? [.. operations.EnumerateArray().Select(operation => ReadOperation(operation, keys))]
            : [];
    }

    public static TimeSpan? ReadTimeToLive(string? seconds, string errorCode, string prefix)
    {
        if (string.IsNullOrEmpty(seconds)) return null;
        if (!long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw new DaprException(500, errorCode, $"{prefix}failed to parse ttl from metadata: strconv.ParseInt: parsing \"{seconds}\": invalid syntax");
        return value > 0 ? TimeSpan.FromSeconds(value) : null;
    }

    private static StateChange ReadOperation(JsonElement operation, StateKeys keys)
    {
        const string errorCode = "ERR_STATE_TRANSACTION";
        const string prefix = "error while executing state transaction: ";
        var request = operation.TryGetProperty("request", out var found) ? found : default;
        return Text(operation, "operation") switch
        {
            "upsert" => ReadUpsert(request, keys, errorCode, prefix),
            "delete" => ReadUpsert(request, keys, errorCode, prefix) with { Value = null, FirstWrite = false },
            var other => throw new DaprException(400, "ERR_NOT_SUPPORTED_STATE_OPERATION", $"operation type {other} not supported"),
        };
    }

    private static StateChange ReadUpsert(JsonElement item, StateKeys keys, string errorCode, string prefix)
    {
        var value = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("value", out var given) ? given.GetRawText() : "null";
        var metadata = Child(item, "metadata");
        var concurrency = Text(Child(item, "options"), "concurrency");
        if (concurrency is not (null or "" or "first-write" or "last-write"))
            throw new DaprException(500, errorCode, $"{prefix}unrecognized concurrency model '{concurrency}'");
        return new StateChange(
            keys.InStore(Text(item, "key")), value, Text(item, "etag") is { Length: > 0 } etag ? etag : null,
            concurrency == "first-write", ReadTimeToLive(Text(metadata, "ttlInSeconds"), errorCode, prefix));
    }

    private static JsonElement Child(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var child) ? child : default;

    private static string? Text(JsonElement item, string name) => Child(item, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static string Kind(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };
}
