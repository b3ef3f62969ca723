using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.State;

/// <summary>Turns the JSON of state requests into changes, refusing what Dapr refuses.</summary>
internal static class StateRequestReader
{
    public static List<StateChange> ReadChanges(JsonElement body, string store)
    {
        if (body.ValueKind != JsonValueKind.Array)
            throw DaprException.Malformed($"json: cannot unmarshal {Kind(body)} into Go value of type []state.SetRequest");
        return [.. body.EnumerateArray().Select(item => ReadUpsert(item, "ERR_STATE_SAVE", $"failed saving state in state store {store}: "))];
    }

    public static List<StateChange> ReadOperations(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw DaprException.Malformed("failed deserializing HTTP body: an object with operations is expected");
        return body.Child("operations") is { ValueKind: JsonValueKind.Array } operations
            ? [.. operations.EnumerateArray().Select(ReadOperation)]
            : [];
    }

    public static TimeSpan? ReadTimeToLive(string? seconds, string errorCode, string prefix)
    {
        if (string.IsNullOrEmpty(seconds)) return null;
        if (!long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            throw new DaprException(500, errorCode, $"{prefix}failed to parse ttl from metadata: strconv.ParseInt: parsing \"{seconds}\": invalid syntax");
        return value > 0 ? Lifetime.FromSeconds(value) : null;
    }

    public static DaprException UnknownOperation(string? operation) =>
        new(400, "ERR_NOT_SUPPORTED_STATE_OPERATION", $"operation type {operation} not supported") { GrpcStatus = GrpcStatus.Unimplemented };

    private static StateChange ReadOperation(JsonElement operation)
    {
        const string errorCode = "ERR_STATE_TRANSACTION";
        const string prefix = "error while executing state transaction: ";
        var request = operation.Child("request");
        return operation.Text("operation") switch
        {
            "upsert" => ReadUpsert(request, errorCode, prefix),
            "delete" => ReadUpsert(request, errorCode, prefix) with { Value = null, FirstWrite = false },
            var other => throw UnknownOperation(other),
        };
    }

    private static StateChange ReadUpsert(JsonElement item, string errorCode, string prefix)
    {
        var value = item.Child("value") is { ValueKind: not JsonValueKind.Undefined } given ? JsonMarshal.GetRawUtf8Value(given).ToArray() : "null"u8.ToArray();
        var concurrency = item.Child("options").Text("concurrency");
        var consistency = item.Child("options").Text("consistency");
        if (concurrency is not (null or "" or "first-write" or "last-write"))
            throw new DaprException(500, errorCode, $"{prefix}unrecognized concurrency model '{concurrency}'");
        if (consistency is not (null or "" or "strong" or "eventual"))
            throw new DaprException(500, errorCode, $"{prefix}unrecognized consistency model '{consistency}'");
        return new StateChange(
            item.Text("key") ?? "", value, item.Text("etag") is { Length: > 0 } etag ? etag : null,
            concurrency == "first-write", ReadTimeToLive(item.Child("metadata").Text("ttlInSeconds"), errorCode, prefix));
    }

    private static string Kind(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };
}
