using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>Makes each actor in a scope of services of its own, which lives as long as the actor is active.</summary>
internal sealed class ScopedActorActivator(IServiceScopeFactory scopes, ActorTypeInformation type) : ActorActivator
{
    private readonly ObjectFactory create = ActivatorUtilities.CreateFactory(type.ImplementationType, [typeof(ActorHost)]);

    public override async Task<ActorActivatorState> CreateAsync(ActorHost host)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            return new Scoped((Actor)create(scope.ServiceProvider, [host]), scope);
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    public override async Task DeleteAsync(ActorActivatorState state)
    {
        await using var scope = ((Scoped)state).Scope;
        if (state.Actor is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
        else if (state.Actor is IDisposable disposable) disposable.Dispose();
    }

    private sealed class Scoped(Actor actor, AsyncServiceScope scope) : ActorActivatorState(actor)
    {
        public AsyncServiceScope Scope => scope;
    }
}
