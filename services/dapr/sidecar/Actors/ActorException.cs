namespace Athene.Sidecar.Actors;

/// <summary>What the actor runtime refuses or fails; the message is Dapr's, without the prefix of the operation.</summary>
internal sealed class ActorException(ActorFault fault, string message) : Exception(message)
{
    public ActorFault Fault { get; } = fault;

    public static ActorException NoHost(ActorKey actor) => new(
        ActorFault.Invocation, $"failed to lookup actor: api error: code = FailedPrecondition desc = did not find address for actor '{actor}'");

    public static ActorException StackDepth() => new(ActorFault.Invocation, "api error: code = ResourceExhausted desc = maximum stack depth exceeded");

    public static ActorException Stopping() => new(ActorFault.Invocation, "actor runtime is closed");

    public static ActorException NoStateStore() => new(
        ActorFault.NoStateStore,
        "the state store is not configured to use the actor runtime. Have you set the - name: actorStateStore value: \"true\" in your state store component file?");

    public static ActorException NotActive() => new(ActorFault.NotActive, "actor instance is missing");

    public static ActorException NotHosted() => new(ActorFault.NotHosted, "operations on actor reminders are only possible on hosted actor types");
}
