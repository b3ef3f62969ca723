namespace Athene.Dapr.Actors;

/// <summary>Whether an actor may be called back by what it calls itself.</summary>
public sealed class ActorReentrancyConfig
{
    public bool Enabled { get; set; }

    /// <summary>How deep such calls may go; Dapr's limit of 32 if it is not set.</summary>
    public int? MaxStackDepth { get; set; }
}
