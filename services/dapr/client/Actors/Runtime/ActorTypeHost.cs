using System.Collections.Concurrent;
using System.Text.Json;
using Athene.Dapr.Actors.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>Runs the turns of all active actors of one type.</summary>
internal sealed partial class ActorTypeHost(
    ActorRegistration registration,
    ActorActivator activator,
    ActorRuntimeOptions options,
    ILoggerFactory loggers,
    IActorProxyFactory proxies,
    ActorApi actors,
    TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ActorSeat> seats = new(StringComparer.Ordinal);
    private readonly ILogger logger = loggers.CreateLogger<ActorTypeHost>();
    private readonly SidecarTimerManager timers = new(actors);
    private readonly ActorStateStore states = new(actors, options.JsonSerializerOptions, clock);
    private readonly ActorMethodTable methods = ActorMethodTable.OfActor(registration.Type.InterfaceTypes);
    private readonly bool mayReenter = (registration.TypeOptions ?? options).ReentrancyConfig.Enabled;

    private string TypeName => registration.Type.ActorTypeName;

    /// <summary>Calls a method, and hands back its result as JSON, or null if it has none.</summary>
    /// <exception cref="ActorRequestException">There is no such method, or the argument does not fit.</exception>
    public Task<byte[]?> CallAsync(ActorId id, string methodName, byte[] body, string? chain, CancellationToken cancellationToken)
    {
        var method = methods.Find(methodName)
            ?? throw new ActorRequestException(StatusCodes.Status404NotFound, $"Actor type {TypeName} has no method {methodName}.");
        var argument = method.Argument is null ? null : ReadArgument(methodName, body, method.Argument);
        return RunAsync(
            id,
            ActorMethodContext.CreateForActor(methodName),
            actor => method.InvokeAsync(actor, argument, options.JsonSerializerOptions, cancellationToken),
            chain,
            cancellationToken);
    }

    /// <exception cref="ActorRequestException">Actors of this type hear no reminders.</exception>
    public Task RemindAsync(ActorId id, string name, Firing firing, string? chain, CancellationToken cancellationToken)
    {
        if (!registration.Type.IsRemindable)
            throw new ActorRequestException(StatusCodes.Status404NotFound, $"Actor type {TypeName} does not implement {nameof(IRemindable)}.");
        return RunAsync(
            id,
            ActorMethodContext.CreateForReminder(nameof(IRemindable.ReceiveReminderAsync)),
            actor => WithoutResult(((IRemindable)actor).ReceiveReminderAsync(name, firing.Data ?? [], firing.DueTime, firing.Period)),
            chain,
            cancellationToken);
    }

    /// <exception cref="ActorRequestException">The timer names no callback.</exception>
    public Task FireTimerAsync(ActorId id, string name, Firing firing, string? chain, CancellationToken cancellationToken)
    {
        var callback = firing.Callback
            ?? throw new ActorRequestException(StatusCodes.Status400BadRequest, $"Timer {name} of actor {TypeName}/{id} names no callback.");
        return RunAsync(
            id,
            ActorMethodContext.CreateForTimer(callback),
            actor => WithoutResult(actor.OnTimerAsync(callback, firing.Data)),
            chain,
            cancellationToken);
    }

    public async Task DeactivateAsync(ActorId id, CancellationToken cancellationToken)
    {
        if (!seats.TryGetValue(id.GetId(), out var seat)) return;
        using var turn = await seat.Turns.EnterAsync(chain: null, cancellationToken);
        if (seat.IsVacated) return;
        Vacate(id, seat);
        if (seat.Occupant is not { } occupant) return;
        try
        {
            await occupant.Actor.DeactivateAsync();
        }
        finally
        {
            await activator.DeleteAsync(occupant);
            LogDeactivated(logger, TypeName, id);
        }
    }

    private async Task<byte[]?> RunAsync(
        ActorId id, ActorMethodContext context, Func<Actor, Task<byte[]?>> work, string? chain, CancellationToken cancellationToken)
    {
        while (true)
        {
            var seat = seats.GetOrAdd(id.GetId(), _ => new ActorSeat());
            using var turn = await seat.Turns.EnterAsync(mayReenter ? chain : null, cancellationToken);
            if (seat.IsVacated) continue;
            ReentrancyChain.Current = chain;
            if (!turn.IsNested) seat.Occupant ??= await ActivateAsync(id, seat);
            var actor = seat.Occupant?.Actor
                ?? throw new InvalidOperationException($"Actor {TypeName}/{id} was called back while it was being activated.");
            using var own = turn.IsNested ? (actor.StateManager as ActorStateManager)?.EnterNested() : null;
            return await RunAsync(actor, context, work);
        }
    }

    private async Task<byte[]?> RunAsync(Actor actor, ActorMethodContext context, Func<Actor, Task<byte[]?>> work)
    {
        try
        {
            await actor.BeginTurnAsync(context);
            var result = await work(actor);
            await actor.CommitTurnAsync(context);
            return result;
        }
        catch (Exception failure)
        {
            await AbandonAsync(actor, context, failure);
            throw;
        }
    }

    private async Task AbandonAsync(Actor actor, ActorMethodContext context, Exception failure)
    {
        try
        {
            await actor.AbandonTurnAsync(context, failure);
        }
        catch (Exception second)
        {
            // The caller is told of the first failure.
            LogFailureHookFailed(logger, second, TypeName, actor.Id, context.MethodName);
        }
    }

    private async Task<ActorActivatorState> ActivateAsync(ActorId id, ActorSeat seat)
    {
        ActorActivatorState? occupant = null;
        try
        {
            occupant = await activator.CreateAsync(
                new ActorHost(registration.Type, id, options.JsonSerializerOptions, loggers, proxies, timers, states));
            await occupant.Actor.ActivateAsync();
            LogActivated(logger, TypeName, id);
            return occupant;
        }
        catch
        {
            Vacate(id, seat);
            if (occupant is not null) await activator.DeleteAsync(occupant);
            throw;
        }
    }

    private void Vacate(ActorId id, ActorSeat seat)
    {
        seat.IsVacated = true;
        seats.TryRemove(new(id.GetId(), seat));
    }

    private object? ReadArgument(string methodName, byte[] body, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type, options.JsonSerializerOptions);
        }
        catch (JsonException unfit)
        {
            throw new ActorRequestException(
                StatusCodes.Status400BadRequest, $"The argument of {TypeName}.{methodName} is no JSON of a {type.Name}: {unfit.Message}", unfit);
        }
    }

    private static async Task<byte[]?> WithoutResult(Task work)
    {
        await work;
        return null;
    }
}
