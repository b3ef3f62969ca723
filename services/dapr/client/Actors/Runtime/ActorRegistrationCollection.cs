using System.Collections.ObjectModel;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>The types of actors that an app hosts.</summary>
public sealed class ActorRegistrationCollection : KeyedCollection<ActorTypeInformation, ActorRegistration>
{
    /// <summary>Adds a type of actors under the name of its class or of its <see cref="ActorAttribute"/>.</summary>
    public void RegisterActor<TActor>(Action<ActorRegistration>? configure = null)
        where TActor : Actor =>
        RegisterActor<TActor>(actorTypeName: null, typeOptions: null, configure);

    /// <inheritdoc cref="RegisterActor{TActor}(Action{ActorRegistration}?)"/>
    /// <param name="typeOptions">What differs for this type from the app's options.</param>
    public void RegisterActor<TActor>(ActorRuntimeOptions? typeOptions, Action<ActorRegistration>? configure = null)
        where TActor : Actor =>
        RegisterActor<TActor>(actorTypeName: null, typeOptions, configure);

    /// <summary>Adds a type of actors under a name of its own.</summary>
    public void RegisterActor<TActor>(string? actorTypeName, Action<ActorRegistration>? configure = null)
        where TActor : Actor =>
        RegisterActor<TActor>(actorTypeName, typeOptions: null, configure);

    /// <inheritdoc cref="RegisterActor{TActor}(string, Action{ActorRegistration}?)"/>
    /// <param name="typeOptions">What differs for this type from the app's options.</param>
    public void RegisterActor<TActor>(string? actorTypeName, ActorRuntimeOptions? typeOptions, Action<ActorRegistration>? configure = null)
        where TActor : Actor
    {
        var registration = new ActorRegistration(ActorTypeInformation.Get(typeof(TActor), actorTypeName), typeOptions);
        configure?.Invoke(registration);
        Add(registration);
    }

    protected override ActorTypeInformation GetKeyForItem(ActorRegistration item) => item.Type;
}
