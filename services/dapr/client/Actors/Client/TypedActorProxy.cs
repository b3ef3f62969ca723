using System.Reflection;
using System.Text.Json;

namespace Athene.Dapr.Actors.Client;

/// <summary>Implements an actor's interface by calling the actor. The runtime derives a class from this one for each interface.</summary>
internal class TypedActorProxy : DispatchProxy, IActorProxy
{
    private ActorMethodTable methods = null!;
    private ActorProxy actor = null!;

    public ActorId ActorId => actor.ActorId;

    public string ActorType => actor.ActorType;

    public static object Create(Type actorInterface, ActorMethodTable methods, ActorProxy actor)
    {
        var proxy = (TypedActorProxy)Create(actorInterface, typeof(TypedActorProxy));
        proxy.methods = methods;
        proxy.actor = actor;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = methods.Find(targetMethod!.Name)!;
        var argument = method.Argument is null
            ? null
            : JsonSerializer.SerializeToUtf8Bytes(args![0], method.Argument, actor.JsonSerializerOptions);
        var cancellationToken = method.TakesCancellation ? (CancellationToken)args![^1]! : CancellationToken.None;
        return method.Result.Read(actor, method.Name, actor.CallAsync(method.Name, argument, isTyped: true, cancellationToken));
    }
}
