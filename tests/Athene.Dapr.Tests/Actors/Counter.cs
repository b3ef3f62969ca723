namespace Athene.Dapr.Tests.Actors;

public interface ICounter : IActor
{
    Task<int> AddAsync(int by);

    Task<int> GetAsync();

    Task AddThenThrowAsync(int by);

    Task<int> AddSlowlyAsync(CancellationToken cancellationToken);

    Task<int> AddAroundAsync(string helper);

    Task AddAndCallBackInVainAsync(string helper);
}

public interface IHelper : IActor
{
    Task<int> CallBackAsync(string counter);

    Task CallBackAndFailAsync(string counter);
}

/// <summary>An actor that counts in its state.</summary>
internal sealed class Counter(ActorHost host, TurnWatch watch) : Actor(host), ICounter, IAsyncDisposable
{
    private const string Count = "count";

    public Task<int> AddAsync(int by) => StateManager.AddOrUpdateStateAsync(Count, by, (_, count) => count + by);

    public Task<int> GetAsync() => StateManager.GetOrAddStateAsync(Count, 0);

    public async Task AddThenThrowAsync(int by)
    {
        await AddAsync(by);
        throw new TimeoutException("the count is too high");
    }

    public async Task<int> AddSlowlyAsync(CancellationToken cancellationToken)
    {
        using var turn = watch.Enter();
        var count = await GetAsync();
        await Task.Yield();
        await StateManager.SetStateAsync(Count, count + 1, cancellationToken);
        return count + 1;
    }

    public async Task<int> AddAroundAsync(string helper)
    {
        await AddAsync(1);
        var seenFromWithin = await ProxyFactory.CreateActorProxy<IHelper>(new ActorId(helper), nameof(Helper)).CallBackAsync(Id.GetId());
        return seenFromWithin;
    }

    public async Task AddAndCallBackInVainAsync(string helper)
    {
        await AddAsync(1);
        await Should.ThrowAsync<ActorMethodInvocationException>(
            ProxyFactory.CreateActorProxy<IHelper>(new ActorId(helper), nameof(Helper)).CallBackAndFailAsync(Id.GetId()));
    }

    public ValueTask DisposeAsync()
    {
        watch.Note($"dispose {Id}");
        return ValueTask.CompletedTask;
    }

    protected override Task OnActivateAsync() => NoteAsync("activate");

    protected override Task OnDeactivateAsync() => NoteAsync("deactivate");

    protected override Task OnPreActorMethodAsync(ActorMethodContext actorMethodContext) => NoteAsync($"before {actorMethodContext.MethodName}");

    protected override Task OnPostActorMethodAsync(ActorMethodContext actorMethodContext) => NoteAsync($"after {actorMethodContext.MethodName}");

    protected override Task OnActorMethodFailedAsync(ActorMethodContext actorMethodContext, Exception e) =>
        NoteAsync($"failed {actorMethodContext.MethodName}: {e.GetType().Name}");

    private Task NoteAsync(string what)
    {
        watch.Note($"{what} {Id}");
        return Task.CompletedTask;
    }
}

/// <summary>Calls the counter back that calls it.</summary>
internal sealed class Helper(ActorHost host) : Actor(host), IHelper
{
    public Task<int> CallBackAsync(string counter) => CounterAt(counter).GetAsync();

    public Task CallBackAndFailAsync(string counter) => CounterAt(counter).AddThenThrowAsync(100);

    private ICounter CounterAt(string id) => ProxyFactory.CreateActorProxy<ICounter>(new ActorId(id), nameof(Counter));
}
