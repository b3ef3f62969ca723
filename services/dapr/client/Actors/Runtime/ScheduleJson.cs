using System.Buffers;
using System.Text.Json;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>Reminders and timers as the sidecar reads and tells them.</summary>
internal static class ScheduleJson
{
    public static byte[] Of(ActorReminder reminder) => Write(writer =>
    {
        writer.WriteString("dueTime", DaprDuration.Format(reminder.DueTime));
        writer.WriteString("period", reminder.Repetitions is { } repetitions
            ? DaprDuration.Format(reminder.Period, repetitions)
            : DaprDuration.Format(reminder.Period));
        writer.WriteBase64String("data", reminder.State);
        if (reminder.Ttl is { } ttl) writer.WriteString("ttl", DaprDuration.Format(ttl));
    });

    public static byte[] Of(ActorTimer timer) => Write(writer =>
    {
        writer.WriteString("dueTime", DaprDuration.Format(timer.DueTime));
        if (timer.Period >= TimeSpan.Zero) writer.WriteString("period", DaprDuration.Format(timer.Period));
        if (timer.Data is { } data) writer.WriteBase64String("data", data);
        writer.WriteString("callback", timer.TimerCallback);
        if (timer.Ttl is { } ttl) writer.WriteString("ttl", DaprDuration.Format(ttl));
    });

    /// <exception cref="JsonException">It is no JSON object of that kind.</exception>
    /// <exception cref="FormatException">A duration is none.</exception>
    public static Firing ReadFiring(byte[] body)
    {
        var fields = JsonSerializer.Deserialize<Fields>(body, JsonSerializerOptions.Web) ?? throw new JsonException("The body is null.");
        return new Firing(DataOf(fields.Data), fields.Callback, DaprDuration.Parse(fields.DueTime), DaprDuration.Parse(fields.Period));
    }

    // Our data is base64. Others set reminders with any JSON, which is handed on as it is.
    private static byte[]? DataOf(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String when data.TryGetBytesFromBase64(out var bytes) => bytes,
        _ => JsonSerializer.SerializeToUtf8Bytes(data),
    };

    private static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }

    private sealed record Fields(string? DueTime, string? Period, string? Callback, JsonElement Data);
}
