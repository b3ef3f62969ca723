namespace Athene.Dapr.Actors.Runtime;

/// <summary>The place of one actor in its host: its turns, and the actor itself while it is active.</summary>
internal sealed class ActorSeat
{
    public TurnLock Turns { get; } = new();

    public ActorActivatorState? Occupant { get; set; }

    /// <summary>Whether the actor left for good, so that its next turn needs a new seat. Changes only within a turn.</summary>
    public bool IsVacated { get; set; }
}
