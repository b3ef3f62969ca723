using System.Buffers;
using System.Text.Json;

namespace Athene.Dapr.Client;

/// <summary>The bodies of state requests.</summary>
internal static class StateJson
{
    public static string? NameOf(ConsistencyMode? mode) => mode switch
    {
        null => null,
        ConsistencyMode.Eventual => "eventual",
        _ => "strong",
    };

    public static string? NameOf(ConcurrencyMode? mode) => mode switch
    {
        null => null,
        ConcurrencyMode.FirstWrite => "first-write",
        _ => "last-write",
    };

    public static ReadOnlyMemory<byte> Save<TValue>(IEnumerable<SaveStateItem<TValue>> items, JsonSerializerOptions json) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WriteString("key", item.Key);
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, item.Value, json);
            WriteConditions(writer, item.ETag, item.Metadata, item.StateOptions);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static ReadOnlyMemory<byte> Transaction(
        IEnumerable<StateTransactionRequest> operations, IReadOnlyDictionary<string, string>? metadata) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("operations");
        foreach (var operation in operations) WriteOperation(writer, operation);
        writer.WriteEndArray();
        WriteMetadata(writer, metadata);
        writer.WriteEndObject();
    });

    private static void WriteOperation(Utf8JsonWriter writer, StateTransactionRequest operation)
    {
        writer.WriteStartObject();
        writer.WriteString("operation", operation.OperationType == StateOperationType.Upsert ? "upsert" : "delete");
        writer.WriteStartObject("request");
        writer.WriteString("key", operation.Key);
        if (operation.Value is { Length: > 0 } value)
        {
            writer.WritePropertyName("value");
            writer.WriteRawValue(value);
        }

        WriteConditions(writer, operation.ETag, operation.Metadata, operation.Options);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteConditions(
        Utf8JsonWriter writer, string? etag, IReadOnlyDictionary<string, string>? metadata, StateOptions? options)
    {
        if (!string.IsNullOrEmpty(etag)) writer.WriteString("etag", etag);
        WriteMetadata(writer, metadata);
        if (options is null) return;

        writer.WriteStartObject("options");
        if (NameOf(options.Concurrency) is { } concurrency) writer.WriteString("concurrency", concurrency);
        if (NameOf(options.Consistency) is { } consistency) writer.WriteString("consistency", consistency);
        writer.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null) return;
        writer.WriteStartObject("metadata");
        foreach (var (name, value) in metadata) writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return buffer.WrittenMemory;
    }
}
