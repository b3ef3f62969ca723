using System.Text.Json.Serialization;

namespace Athene.Dapr.Actors;

/// <summary>The identity of an actor within its type. Two ids are the same when they differ only in case.</summary>
[JsonConverter(typeof(ActorIdJsonConverter))]
public class ActorId
{
    private readonly string id;

    /// <exception cref="ArgumentException">The id is empty.</exception>
    public ActorId(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        this.id = id;
    }

    public static bool operator ==(ActorId? id1, ActorId? id2) => id1 is null ? id2 is null : id1.Equals(id2);

    public static bool operator !=(ActorId? id1, ActorId? id2) => !(id1 == id2);

    /// <summary>An id that no other actor has.</summary>
    public static ActorId CreateRandom() => new(Guid.NewGuid().ToString());

    public string GetId() => id;

    public override string ToString() => id;

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(id);

    public override bool Equals(object? obj) => obj is ActorId other && Equals(other);

    public bool Equals(ActorId? other) => other is not null && string.Equals(id, other.id, StringComparison.OrdinalIgnoreCase);

    public int CompareTo(ActorId? other) => other is null ? 1 : string.Compare(id, other.id, StringComparison.OrdinalIgnoreCase);
}
