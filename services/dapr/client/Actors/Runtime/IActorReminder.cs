namespace Athene.Dapr.Actors.Runtime;

/// <summary>A durable reminder of an actor.</summary>
public interface IActorReminder
{
    string Name { get; }

    /// <summary>When it comes first, from when it was set.</summary>
    TimeSpan DueTime { get; }

    /// <summary>How often it comes after that; -1 ms for never.</summary>
    TimeSpan Period { get; }

    /// <summary>Handed to the actor when it comes.</summary>
    byte[] State { get; }
}
