using System.Collections.Concurrent;

namespace Athene.Dapr.Conformance.Actors;

public interface INapper : IActor
{
    Task<int> TouchAsync();
}

/// <summary>An actor that is deactivated when it is left alone for a second.</summary>
internal sealed class Napper(ActorHost host) : Actor(host), INapper
{
    private int touches;

    /// <summary>The actors that were told to leave.</summary>
    public static ConcurrentDictionary<string, bool> Asleep { get; } = new();

    public Task<int> TouchAsync() => Task.FromResult(++touches);

    protected override Task OnDeactivateAsync()
    {
        Asleep[Id.GetId()] = true;
        return Task.CompletedTask;
    }
}
