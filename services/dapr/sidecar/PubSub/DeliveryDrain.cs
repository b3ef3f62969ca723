namespace Athene.Sidecar.PubSub;

/// <summary>Ends the deliveries before the ports close: an app that is just handling a message may still need its sidecar.</summary>
internal sealed class DeliveryDrain(Broker broker) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => broker.DrainAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
