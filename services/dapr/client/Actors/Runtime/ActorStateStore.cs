using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>The state of actors as the sidecar keeps it.</summary>
internal sealed class ActorStateStore(ActorApi actors, JsonSerializerOptions json, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<(T Value, DateTimeOffset? ExpiresAt)?> LoadAsync<T>(Actor actor, string name, CancellationToken cancellationToken) =>
        await ReadAsync(actor, name, cancellationToken) is { } found
            ? (JsonSerializer.Deserialize<T>(found.Json, json)!, found.ExpiresAt)
            : null;

    public async Task<bool> ContainsAsync(Actor actor, string name, CancellationToken cancellationToken) =>
        await ReadAsync(actor, name, cancellationToken) is not null;

    public Task CommitAsync(Actor actor, IReadOnlyList<ActorStateChange> changes, CancellationToken cancellationToken) =>
        actors.CommitStateAsync(TypeOf(actor), actor.Id.GetId(), Operations(changes), cancellationToken);

    private async Task<(byte[] Json, DateTimeOffset? ExpiresAt)?> ReadAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        var found = await actors.GetStateAsync(TypeOf(actor), actor.Id.GetId(), name, cancellationToken);
        return found?.ExpiresAt <= Now ? null : found;
    }

    private byte[] Operations(IReadOnlyList<ActorStateChange> changes)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartArray();
            foreach (var change in changes) WriteOperation(writer, change);
            writer.WriteEndArray();
        }

        return body.WrittenSpan.ToArray();
    }

    private void WriteOperation(Utf8JsonWriter writer, ActorStateChange change)
    {
        var isRemoval = change.ChangeKind == StateChangeKind.Remove;
        writer.WriteStartObject();
        writer.WriteString("operation", isRemoval ? "delete" : "upsert");
        writer.WriteStartObject("request");
        writer.WriteString("key", change.StateName);
        if (!isRemoval)
        {
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, change.Value, change.Type, json);
            if (change.TTLExpireTime is { } expiry) WriteTimeToLive(writer, expiry - Now);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTimeToLive(Utf8JsonWriter writer, TimeSpan timeToLive)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(timeToLive.TotalSeconds));
        writer.WriteStartObject("metadata");
        writer.WriteString("ttlInSeconds", seconds.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static string TypeOf(Actor actor) => actor.Host.ActorTypeInfo.ActorTypeName;
}
