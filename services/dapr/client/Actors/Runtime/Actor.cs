using Athene.Dapr.Actors.Client;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Actors.Runtime;

/// <summary>
/// Base of actors. An actor runs one turn at a time: a call, a reminder or a timer. The changes that a turn makes through
/// <see cref="StateManager"/> are committed together when it ends well, and forgotten when it throws.
/// </summary>
public abstract partial class Actor
{
    protected Actor(ActorHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        Host = host;
        StateManager = new ActorStateManager(this, host.StateStore);
        Logger = host.LoggerFactory.CreateLogger(GetType());
    }

    public ActorId Id => Host.Id;

    public ActorHost Host { get; }

    /// <summary>Makes proxies, through which this actor calls others.</summary>
    public IActorProxyFactory ProxyFactory => Host.ProxyFactory;

    /// <summary>This actor's state.</summary>
    public IActorStateManager StateManager { get; protected set; }

    protected ILogger Logger { get; }

    private string TypeName => Host.ActorTypeInfo.ActorTypeName;

    internal async Task ActivateAsync()
    {
        await ResetStateAsync();
        await OnActivateAsync();
        await SaveStateAsync();
    }

    internal async Task DeactivateAsync()
    {
        await ResetStateAsync();
        await OnDeactivateAsync();
    }

    internal Task BeginTurnAsync(ActorMethodContext turn) => OnPreActorMethodAsync(turn);

    internal async Task CommitTurnAsync(ActorMethodContext turn)
    {
        await OnPostActorMethodAsync(turn);
        await SaveStateAsync();
    }

    internal async Task AbandonTurnAsync(ActorMethodContext turn, Exception failure)
    {
        try
        {
            await OnActorMethodFailedAsync(turn, failure);
        }
        finally
        {
            await ResetStateAsync();
        }
    }

    /// <summary>Forgets what was read and changed since the last save.</summary>
    internal Task ResetStateAsync() => StateManager.ClearCacheAsync();

    /// <summary>Commits what was changed until now, in the middle of a turn.</summary>
    protected Task SaveStateAsync() => StateManager.SaveStateAsync();

    /// <summary>Comes before the first turn. What it changes is committed before that turn; if it throws, the turn fails.</summary>
    protected virtual Task OnActivateAsync() => Task.CompletedTask;

    /// <summary>Comes after the last turn, when the actor was idle for long or its sidecar stops. State cannot be changed any more.</summary>
    protected virtual Task OnDeactivateAsync() => Task.CompletedTask;

    /// <summary>Comes before the method of a turn.</summary>
    protected virtual Task OnPreActorMethodAsync(ActorMethodContext actorMethodContext) => Task.CompletedTask;

    /// <summary>Comes after the method of a turn, before its changes are committed.</summary>
    protected virtual Task OnPostActorMethodAsync(ActorMethodContext actorMethodContext) => Task.CompletedTask;

    /// <summary>Comes when a turn threw or its changes could not be committed.</summary>
    protected virtual Task OnActorMethodFailedAsync(ActorMethodContext actorMethodContext, Exception e) => Task.CompletedTask;
}
