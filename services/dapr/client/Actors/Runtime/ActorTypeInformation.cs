using System.Reflection;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>What is known of a class of actors.</summary>
public sealed class ActorTypeInformation
{
    private ActorTypeInformation(string actorTypeName, Type implementationType, Type[] interfaceTypes)
    {
        ActorTypeName = actorTypeName;
        ImplementationType = implementationType;
        InterfaceTypes = interfaceTypes;
    }

    /// <summary>The type's name towards others.</summary>
    public string ActorTypeName { get; }

    public Type ImplementationType { get; }

    /// <summary>The interfaces through which it can be called.</summary>
    public IEnumerable<Type> InterfaceTypes { get; }

    public bool IsAbstract => ImplementationType.IsAbstract;

    /// <summary>Whether it hears reminders.</summary>
    public bool IsRemindable => typeof(IRemindable).IsAssignableFrom(ImplementationType);

    /// <param name="actorType">The class.</param>
    /// <param name="actorTypeName">Its name towards others; by default that of its <see cref="ActorAttribute"/>, or of the class.</param>
    /// <exception cref="ArgumentException">It is no class of actors, or has no interface to call it through.</exception>
    public static ActorTypeInformation Get(Type actorType, string? actorTypeName)
    {
        ArgumentNullException.ThrowIfNull(actorType);
        if (!actorType.IsSubclassOf(typeof(Actor))) throw new ArgumentException($"{actorType} does not derive from {typeof(Actor)}.", nameof(actorType));
        Type[] interfaces = [.. actorType.GetInterfaces().Where(type => type != typeof(IActor) && typeof(IActor).IsAssignableFrom(type))];
        if (interfaces.Length == 0 && !actorType.IsAbstract)
            throw new ArgumentException($"{actorType} implements no interface that derives from {typeof(IActor)}, so nobody could call it.", nameof(actorType));
        return new ActorTypeInformation(
            actorTypeName ?? actorType.GetCustomAttribute<ActorAttribute>()?.TypeName ?? actorType.Name, actorType, interfaces);
    }
}
