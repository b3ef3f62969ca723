namespace Athene.Dapr.Client;

/// <summary>An actor type of a sidecar, and how many of its actors are active.</summary>
public sealed class DaprActorMetadata(string type, int count)
{
    public string Type { get; } = type;

    public int Count { get; } = count;
}
