namespace Athene.Dapr.Actors.Runtime;

/// <summary>Why an actor has a turn.</summary>
public enum ActorCallType
{
    ActorInterfaceMethod = 0,
    TimerMethod = 1,
    ReminderMethod = 2,
}
