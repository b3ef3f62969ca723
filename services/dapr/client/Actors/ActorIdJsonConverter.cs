using System.Text.Json;
using System.Text.Json.Serialization;

namespace Athene.Dapr.Actors;

/// <summary>An actor's id is a plain string in JSON.</summary>
internal sealed class ActorIdJsonConverter : JsonConverter<ActorId>
{
    public override ActorId? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } id ? new ActorId(id) : null;

    public override void Write(Utf8JsonWriter writer, ActorId value, JsonSerializerOptions options) => writer.WriteStringValue(value.GetId());
}
