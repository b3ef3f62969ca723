namespace Athene.Dapr.Actors.Runtime;

/// <summary>What an actor's turn is about.</summary>
public struct ActorMethodContext
{
    private ActorMethodContext(string methodName, ActorCallType callType)
    {
        MethodName = methodName;
        CallType = callType;
    }

    public string MethodName { get; }

    public ActorCallType CallType { get; }

    internal static ActorMethodContext CreateForActor(string methodName) => new(methodName, ActorCallType.ActorInterfaceMethod);

    internal static ActorMethodContext CreateForTimer(string methodName) => new(methodName, ActorCallType.TimerMethod);

    internal static ActorMethodContext CreateForReminder(string methodName) => new(methodName, ActorCallType.ReminderMethod);
}
