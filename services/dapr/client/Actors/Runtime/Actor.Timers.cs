using System.Reflection;

namespace Athene.Dapr.Actors.Runtime;

public abstract partial class Actor
{
    private const BindingFlags AnyMethod = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Starts a timer, which lasts until the actor is deactivated.</summary>
    /// <param name="timerName">Names it within this actor; made up if it is empty.</param>
    /// <param name="callback">A method of this actor that returns a <see cref="Task"/> and takes nothing or a byte array.</param>
    /// <param name="callbackParams">Handed to the callback.</param>
    /// <param name="dueTime">When it fires first, from now.</param>
    /// <param name="period">How often it fires after that; -1 ms for never.</param>
    /// <exception cref="ArgumentException">There is no such callback.</exception>
    /// <exception cref="DaprException">The sidecar did not take it.</exception>
    public Task<ActorTimer> RegisterTimerAsync(
        string? timerName, string callback, byte[]? callbackParams, TimeSpan dueTime, TimeSpan period) =>
        RegisterTimerAsync(new ActorTimer(TypeName, Id, NameFor(timerName), callback, callbackParams, dueTime, period));

    /// <inheritdoc cref="RegisterTimerAsync(string, string, byte[], TimeSpan, TimeSpan)"/>
    /// <param name="ttl">After which time it ends, from now.</param>
    public Task<ActorTimer> RegisterTimerAsync(
        string? timerName, string callback, byte[]? callbackParams, TimeSpan dueTime, TimeSpan period, TimeSpan ttl) =>
        RegisterTimerAsync(new ActorTimer(TypeName, Id, NameFor(timerName), callback, callbackParams, dueTime, period, ttl));

    internal Task OnTimerAsync(string callback, byte[]? data)
    {
        var method = CallbackOf(callback);
        object?[] arguments = method.GetParameters().Length == 0 ? [] : [data];
        return (Task)method.Invoke(this, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;
    }

    /// <summary>Stops a timer, if it runs.</summary>
    protected Task UnregisterTimerAsync(ActorTimer timer) => Host.TimerManager.UnregisterTimerAsync(timer);

    /// <inheritdoc cref="UnregisterTimerAsync(ActorTimer)"/>
    protected Task UnregisterTimerAsync(string timerName) =>
        Host.TimerManager.UnregisterTimerAsync(new ActorTimerToken(TypeName, Id, timerName));

    private async Task<ActorTimer> RegisterTimerAsync(ActorTimer timer)
    {
        CallbackOf(timer.TimerCallback);
        await Host.TimerManager.RegisterTimerAsync(timer);
        return timer;
    }

    private string NameFor(string? timerName) => string.IsNullOrEmpty(timerName) ? $"{Id}_Timer_{Guid.NewGuid()}" : timerName;

    private MethodInfo CallbackOf(string name)
    {
        var candidates = GetType().GetMember(name, MemberTypes.Method, AnyMethod);
        return candidates switch
        {
            [MethodInfo method] when method.ReturnType == typeof(Task) && IsData(method.GetParameters()) => method,
            [] => throw new ArgumentException($"{GetType()} has no method {name} for a timer to call.", nameof(name)),
            [_] => throw new ArgumentException($"{GetType()}.{name} must return a Task and take nothing or a byte array to be a timer's callback.", nameof(name)),
            _ => throw new ArgumentException($"{GetType()}.{name} is overloaded, so a timer cannot name it.", nameof(name)),
        };
    }

    private static bool IsData(ParameterInfo[] parameters) => parameters is [] || (parameters is [var only] && only.ParameterType == typeof(byte[]));
}
