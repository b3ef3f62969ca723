namespace Athene.Sidecar.Actors;

/// <summary>What the sidecar keeps of an actor that has been called: its queue, and where it is active. Changed only by whoever has its turn.</summary>
internal sealed class ActiveActor(ActorKey key)
{
    private long lastUsed;

    public ActorKey Key => key;

    public TurnQueue Turns { get; } = new();

    /// <summary>Where the actor is active; null when it is not.</summary>
    public ActorHost? Host { get; set; }

    /// <summary>Whether somebody watches when it becomes idle.</summary>
    public bool IsWatched { get; set; }

    /// <summary>When its last turn ended.</summary>
    public DateTimeOffset LastUsed
    {
        get => new(Interlocked.Read(ref lastUsed), TimeSpan.Zero);
        set => Interlocked.Exchange(ref lastUsed, value.UtcTicks);
    }
}
