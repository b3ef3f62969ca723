namespace Athene.Dapr.Conformance.Actors;

public interface IPinger : IActor
{
    Task<int> BounceAsync(Bounce bounce);
}

public interface IPonger : IActor
{
    Task<int> BounceBackAsync(Bounce bounce);
}

/// <param name="Depth">How many more calls of the other are to be made.</param>
public sealed record Bounce(string Pinger, string Ponger, int Depth);

/// <summary>Calls the other, which calls it back.</summary>
internal sealed class Pinger(ActorHost host) : Actor(host), IPinger
{
    public async Task<int> BounceAsync(Bounce bounce) => bounce.Depth == 0
        ? 0
        : 1 + await ProxyFactory.CreateActorProxy<IPonger>(new ActorId(bounce.Ponger), nameof(Ponger)).BounceBackAsync(bounce with { Depth = bounce.Depth - 1 });
}

/// <inheritdoc cref="Pinger"/>
internal sealed class Ponger(ActorHost host) : Actor(host), IPonger
{
    public async Task<int> BounceBackAsync(Bounce bounce) =>
        1 + await ProxyFactory.CreateActorProxy<IPinger>(new ActorId(bounce.Pinger), nameof(Pinger)).BounceAsync(bounce);
}
