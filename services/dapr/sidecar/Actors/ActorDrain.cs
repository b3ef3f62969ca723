namespace Athene.Sidecar.Actors;

/// <summary>
/// Ends all actors when the sidecar stops: while the ports are still open, because a turn under way may have to call its sidecar to finish.
/// </summary>
internal sealed class ActorDrain(ActorTurns turns) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => turns.DrainAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
