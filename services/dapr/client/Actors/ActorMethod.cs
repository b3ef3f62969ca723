using System.Reflection;
using System.Text.Json;

namespace Athene.Dapr.Actors;

/// <summary>A method of an actor's interface, in the form in which it can be called from afar.</summary>
internal sealed class ActorMethod
{
    private readonly MethodInfo method;

    private ActorMethod(MethodInfo method, Type? argument, bool takesCancellation)
    {
        this.method = method;
        Argument = argument;
        TakesCancellation = takesCancellation;
        Result = ActorResult.Of(method.ReturnType);
    }

    public string Name => method.Name;

    /// <summary>The type of the one argument, or null if there is none.</summary>
    public Type? Argument { get; }

    /// <summary>Whether the last parameter is a <see cref="CancellationToken"/>.</summary>
    public bool TakesCancellation { get; }

    public ActorResult Result { get; }

    /// <exception cref="ArgumentException">The method cannot be called from afar.</exception>
    public static ActorMethod Of(MethodInfo method)
    {
        if (method.IsGenericMethod) throw Refusal(method, "is generic");
        if (!ActorResult.IsTask(method.ReturnType)) throw Refusal(method, $"returns {method.ReturnType.Name} instead of a Task or Task<T>");
        var parameters = method.GetParameters();
        if (parameters.Any(parameter => parameter.ParameterType.IsByRef)) throw Refusal(method, "has a parameter by reference");
        var takesCancellation = parameters is [.., { } last] && last.ParameterType == typeof(CancellationToken);
        return parameters[..(parameters.Length - (takesCancellation ? 1 : 0))] switch
        {
            [] => new ActorMethod(method, argument: null, takesCancellation),
            [var one] when one.ParameterType != typeof(CancellationToken) => new ActorMethod(method, one.ParameterType, takesCancellation),
            _ => throw Refusal(method, "has more than one argument (besides a CancellationToken at the end): put them into one record"),
        };
    }

    /// <summary>Calls the method of an actor, and hands back its result as JSON, or null if it has none.</summary>
    /// <exception cref="JsonException">The argument does not fit.</exception>
    public Task<byte[]?> InvokeAsync(object actor, object? argument, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        object?[] arguments = (Argument, TakesCancellation) switch
        {
            (null, false) => [],
            (null, true) => [cancellationToken],
            (_, false) => [argument],
            (_, true) => [argument, cancellationToken],
        };
        var running = (Task)method.Invoke(actor, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;
        return Result.SerializeAsync(running, json);
    }

    private static ArgumentException Refusal(MethodInfo method, string reason) =>
        new($"{method.DeclaringType}.{method.Name} {reason}, so it cannot be called as an actor's method.");
}
