using Athene.Sidecar.Actors.Reminders;
using Athene.Sidecar.Actors.Timers;

namespace Athene.Sidecar.Actors;

/// <summary>
/// Takes up the reminders when the sidecar starts, and ends all actors when it stops: while the ports are still open, because a turn
/// under way may have to call its sidecar to finish.
/// </summary>
internal sealed class ActorLifetime(ActorTurns turns, ReminderDelivery reminders, ActorTimers timers) : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        reminders.Start();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        reminders.Stop();
        timers.Stop();
        return turns.DrainAsync(cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
