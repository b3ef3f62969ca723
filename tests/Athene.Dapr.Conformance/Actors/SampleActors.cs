namespace Athene.Dapr.Conformance.Actors;

/// <summary>The actors of the suite's app.</summary>
internal static class SampleActors
{
    public static void Register(ActorRuntimeOptions options)
    {
        options.Actors.RegisterActor<Account>();
        options.Actors.RegisterActor<Sleeper>();
        // What one type asks for, the others do not get.
        options.Actors.RegisterActor<Pinger>(Reentrant());
        options.Actors.RegisterActor<Ponger>(Reentrant());
        options.Actors.RegisterActor<Napper>(new ActorRuntimeOptions
        {
            ActorIdleTimeout = TimeSpan.FromSeconds(1), ActorScanInterval = TimeSpan.FromSeconds(1),
        });
    }

    private static ActorRuntimeOptions Reentrant() => new() { ReentrancyConfig = new ActorReentrancyConfig { Enabled = true } };
}
