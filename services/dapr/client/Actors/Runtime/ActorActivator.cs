namespace Athene.Dapr.Actors.Runtime;

/// <summary>Makes and disposes of the objects of actors. It leaves their life-cycle methods to the runtime.</summary>
public abstract class ActorActivator
{
    public abstract Task<ActorActivatorState> CreateAsync(ActorHost host);

    public abstract Task DeleteAsync(ActorActivatorState state);
}
