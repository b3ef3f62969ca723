namespace Athene.Dapr.Actors.Runtime;

/// <summary>A type of actors that an app hosts.</summary>
public sealed class ActorRegistration(ActorTypeInformation type, ActorRuntimeOptions? options)
{
    public ActorRegistration(ActorTypeInformation type)
        : this(type, options: null)
    {
    }

    public ActorTypeInformation Type { get; } = type;

    /// <summary>What makes its actors, if not the runtime's own activator.</summary>
    public ActorActivator? Activator { get; set; }

    /// <summary>What differs for this type from the app's options.</summary>
    public ActorRuntimeOptions? TypeOptions { get; } = options;
}
