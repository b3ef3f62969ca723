using System.Reflection;

namespace Athene.Dapr.Actors;

/// <summary>The methods of actor interfaces by their names, which are all that a call has.</summary>
internal sealed class ActorMethodTable
{
    private readonly Dictionary<string, ActorMethod> methods = new(StringComparer.Ordinal);

    private ActorMethodTable(IEnumerable<Type> interfaces)
    {
        foreach (var method in interfaces.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance)))
        {
            if (!methods.TryAdd(method.Name, ActorMethod.Of(method)))
                throw new ArgumentException($"{method.DeclaringType}.{method.Name} exists twice, but calls name only the method: give it another name.");
        }
    }

    /// <exception cref="ArgumentException">A method cannot be called from afar, or its name is not the only one.</exception>
    public static ActorMethodTable OfActor(IEnumerable<Type> actorInterfaces) => new(actorInterfaces);

    /// <exception cref="ArgumentException">It is no actor's interface, or has a method that cannot be called from afar.</exception>
    public static ActorMethodTable OfInterface(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!type.IsInterface || type == typeof(IActor) || !typeof(IActor).IsAssignableFrom(type))
            throw new ArgumentException($"{type} is no interface that derives from {nameof(IActor)}.", nameof(type));
        if (type.IsGenericType) throw new ArgumentException($"{type} is generic, so it cannot be an actor's interface.", nameof(type));
        if (type.GetInterfaces().FirstOrDefault(parent => !typeof(IActor).IsAssignableFrom(parent)) is { } stranger)
            throw new ArgumentException($"{type} derives from {stranger}, which does not derive from {nameof(IActor)}.", nameof(type));
        return new ActorMethodTable([type, .. type.GetInterfaces()]);
    }

    public ActorMethod? Find(string name) => methods.GetValueOrDefault(name);
}
