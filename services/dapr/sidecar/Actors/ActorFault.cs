namespace Athene.Sidecar.Actors;

/// <summary>Why the actor runtime refuses or fails; each API has its own code for it.</summary>
internal enum ActorFault
{
    /// <summary>The actor could not be called, or its app did not answer 200.</summary>
    Invocation,

    /// <summary>No component is declared with <c>actorStateStore: "true"</c>.</summary>
    NoStateStore,

    /// <summary>A state transaction of an actor that is not active.</summary>
    NotActive,

    /// <summary>A state transaction that cannot be carried out.</summary>
    StateTransaction,

    /// <summary>A reminder of an actor type that the calling app does not host.</summary>
    NotHosted,

    ReminderInvalid,

    ReminderExists,

    ReminderNotFound,

    TimerInvalid,
}
