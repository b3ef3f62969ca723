namespace Athene.Sidecar.Actors;

/// <summary>Which actor: ids are unique within a type.</summary>
internal readonly record struct ActorKey(string Type, string Id)
{
    public override string ToString() => $"{Type}/{Id}";
}
