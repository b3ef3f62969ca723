using Athene.Sidecar.Actors.Callbacks;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Scheduling;

namespace Athene.Sidecar.Actors.Timers;

/// <summary>Calls actors back in their turn while they are active. Timers live in memory and die with the actor's activation; one that fails is not repeated.</summary>
internal sealed partial class ActorTimers : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<ActorKey, Dictionary<string, ActorTimer>> timers = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly ActorPlacement placement;
    private readonly ActorTurns turns;
    private readonly ActorAppClient client;
    private readonly TimeProvider clock;
    private readonly ILogger<ActorTimers> logger;
    private readonly TimerQueue<ActorTimer> queue;

    public ActorTimers(ActorPlacement placement, ActorTurns turns, ActorAppClient client, TimeProvider clock, ILogger<ActorTimers> logger)
    {
        (this.placement, this.turns, this.client, this.clock, this.logger) = (placement, turns, client, clock, logger);
        queue = new TimerQueue<ActorTimer>(clock, Fire);
        turns.Deactivated += Forget;
    }

    /// <summary>Starts a timer, instead of the one of that name if there is one.</summary>
    /// <exception cref="ActorException">The app does not host the actor, or the timer is not valid.</exception>
    public void Register(HostedApp app, TimerRequest request)
    {
        if (placement.HostOf(request.Actor.Type) is not { } host || host.App != app)
            throw new ActorException(ActorFault.TimerInvalid, $"{app.Id} does not host actors of type {request.Actor.Type}");
        try
        {
            var schedule = TickSchedule.Read(request.DueTime, TickPeriod.Parse(request.Period), request.TimeToLive, clock.GetUtcNow());
            var timer = new ActorTimer(request, host, schedule);
            lock (gate)
            {
                if (!timers.TryGetValue(request.Actor, out var ofActor)) timers[request.Actor] = ofActor = [];
                ofActor[request.Name] = timer;
            }

            queue.Add(timer, schedule.Next);
        }
        catch (FormatException e)
        {
            throw new ActorException(ActorFault.TimerInvalid, e.Message);
        }
    }

    /// <summary>Ends the timer if there is one.</summary>
    public void Unregister(ActorKey actor, string name)
    {
        lock (gate)
        {
            if (!timers.TryGetValue(actor, out var ofActor)) return;
            ofActor.Remove(name);
            if (ofActor.Count == 0) timers.Remove(actor);
        }
    }

    /// <summary>Fires nothing more.</summary>
    public void Stop() => stopping.Cancel();

    public void Dispose()
    {
        turns.Deactivated -= Forget;
        queue.Dispose();
        stopping.Dispose();
    }

    private void Forget(ActorKey actor)
    {
        lock (gate) timers.Remove(actor);
    }

    private void Fire()
    {
        foreach (var timer in queue.TakeDue()) _ = FireAsync(timer);
    }

    private async Task FireAsync(ActorTimer timer)
    {
        var isCancelled = false;
        try
        {
            if (!IsAlive(timer)) return;
            var turn = await turns.BeginAsync(timer.Request.Actor, chain: null, stopping.Token);
            try
            {
                if (IsAlive(timer)) isCancelled = await CallBackAsync(turn, timer);
            }
            finally
            {
                turns.End(turn);
            }
        }
        catch (ActorException e)
        {
            LogFailed(timer.Request.Name, timer.Request.Actor, e.Message);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException && stopping.IsCancellationRequested)
        {
            LogStopped(timer.Request.Name, timer.Request.Actor);
            return;
        }
        catch (Exception e)
        {
            // Nobody awaits this task: what is not caught here would end the timer in silence.
            LogBroken(e, timer.Request.Name, timer.Request.Actor);
        }

        GoOn(timer, isCancelled ? null : timer.Schedule.AfterTick(clock.GetUtcNow()));
    }

    private async Task<bool> CallBackAsync(ActorTurn turn, ActorTimer timer)
    {
        var request = timer.Request;
        var body = CallbackBody.OfTimer(request.Data, request.Callback, request.DueTime, request.Period);
        return (await client.CallBackAsync(turn, $"timer/{Uri.EscapeDataString(request.Name)}", body)).IsCancel;
    }

    private bool IsAlive(ActorTimer timer)
    {
        if (placement.HostOf(timer.Request.Actor.Type) != timer.Host)
        {
            GoOn(timer, null);
            return false;
        }

        lock (gate) return IsCurrent(timer);
    }

    /// <summary>Replaces the timer by what follows on its tick, unless it has been ended or replaced in the meantime.</summary>
    private void GoOn(ActorTimer timer, TickSchedule? schedule)
    {
        lock (gate)
        {
            if (!IsCurrent(timer)) return;
            if (schedule is null)
            {
                Unregister(timer.Request.Actor, timer.Request.Name);
                return;
            }

            timers[timer.Request.Actor][timer.Request.Name] = timer = timer with { Schedule = schedule };
        }

        queue.Add(timer, schedule.Next);
    }

    private bool IsCurrent(ActorTimer timer) =>
        timers.TryGetValue(timer.Request.Actor, out var ofActor) && ofActor.TryGetValue(timer.Request.Name, out var current) && ReferenceEquals(current, timer);

    [LoggerMessage(LogLevel.Warning, "Timer {Timer} of actor {Actor} failed: {Reason}")]
    private partial void LogFailed(string timer, ActorKey actor, string reason);

    [LoggerMessage(LogLevel.Error, "Timer {Timer} of actor {Actor} could not be fired; it goes on with its next tick")]
    private partial void LogBroken(Exception exception, string timer, ActorKey actor);

    [LoggerMessage(LogLevel.Debug, "Timer {Timer} of actor {Actor} ends: the sidecar stops")]
    private partial void LogStopped(string timer, ActorKey actor);
}
