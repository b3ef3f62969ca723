using System.Text.Json;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>The answer to <c>GET /dapr/config</c>: what the app asks of the sidecar for its actors.</summary>
internal static class ActorConfigDocument
{
    public static byte[] Of(ActorRuntimeOptions options)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            WriteEntities(writer, options.Actors.Select(actor => actor.Type.ActorTypeName));
            WriteOptions(writer, options);
            WriteTypeOptions(writer, [.. options.Actors.Where(actor => actor.TypeOptions is not null)]);
            writer.WriteEndObject();
        }

        return body.ToArray();
    }

    private static void WriteTypeOptions(Utf8JsonWriter writer, ActorRegistration[] actors)
    {
        if (actors.Length == 0) return;
        writer.WriteStartArray("entitiesConfig");
        foreach (var actor in actors)
        {
            writer.WriteStartObject();
            WriteEntities(writer, [actor.Type.ActorTypeName]);
            WriteOptions(writer, actor.TypeOptions!);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEntities(Utf8JsonWriter writer, IEnumerable<string> names)
    {
        writer.WriteStartArray("entities");
        foreach (var name in names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter writer, ActorRuntimeOptions options)
    {
        WriteDuration(writer, "actorIdleTimeout", options.ActorIdleTimeout);
        WriteDuration(writer, "actorScanInterval", options.ActorScanInterval);
        WriteDuration(writer, "drainOngoingCallTimeout", options.DrainOngoingCallTimeout);
        if (options.DrainRebalancedActors) writer.WriteBoolean("drainRebalancedActors", true);
        if (options.RemindersStoragePartitions is { } partitions) writer.WriteNumber("remindersStoragePartitions", partitions);
        writer.WriteStartObject("reentrancy");
        writer.WriteBoolean("enabled", options.ReentrancyConfig.Enabled);
        if (options.ReentrancyConfig.MaxStackDepth is { } depth) writer.WriteNumber("maxStackDepth", depth);
        writer.WriteEndObject();
    }

    private static void WriteDuration(Utf8JsonWriter writer, string name, TimeSpan? duration)
    {
        if (duration is { } value) writer.WriteString(name, DaprDuration.Format(value));
    }
}
