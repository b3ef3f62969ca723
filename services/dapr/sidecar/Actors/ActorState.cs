using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;
using Athene.Sidecar.State;

namespace Athene.Sidecar.Actors;

/// <summary>What actors keep, in the one component of their app that is declared with <c>actorStateStore: "true"</c>.</summary>
internal sealed class ActorState(StateStore store, ResourceSet resources, ActorTurns turns)
{
    /// <exception cref="ActorException">The app has no actor state store.</exception>
    public StateEntry? Get(HostedApp app, ActorKey actor, string key) => store.Get(ComponentOf(app).Name, KeyInStore(app, actor, key));

    /// <summary>Carries out all operations or none.</summary>
    /// <param name="operations">With the keys as the actor knows them.</param>
    /// <exception cref="ActorException">The app has no actor state store, the actor is not active, or an ETag did not match.</exception>
    public void Transact(HostedApp app, ActorKey actor, IReadOnlyList<StateChange> operations)
    {
        var component = ComponentOf(app);
        if (!turns.IsActive(actor, app)) throw ActorException.NotActive();
        if (!store.WriteAll(component.Name, [.. operations.Select(operation => operation with { Key = KeyInStore(app, actor, operation.Key) })]))
            throw new ActorException(ActorFault.StateTransaction, "possible etag mismatch. error from state store");
    }

    private Component ComponentOf(HostedApp app) => resources.ActorStateStore(app.Id) ?? throw ActorException.NoStateStore();

    /// <summary>Dapr's own form. The separator keeps actors out of reach of <c>/v1.0/state</c>, which refuses it.</summary>
    private static string KeyInStore(HostedApp app, ActorKey actor, string key) => $"{app.Id}||{actor.Type}||{actor.Id}||{key}";
}
