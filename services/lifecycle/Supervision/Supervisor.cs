using Athene.Contracts.Events;
using Athene.Contracts.Tracking;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Supervision;

/// <summary>
/// The supervisor of one session: hears a signal, decides, stores the decision with its effects, and carries them out. What a process that died has
/// not carried out, the next turn does; a reminder sees to it that there is one.
/// </summary>
public sealed class Supervisor(ActorHost host, Policies policies, EffectDesk desk, TimeProvider clock) : Actor(host), ISupervisor, IRemindable
{
    private const string StateName = "supervision";
    private const string Reminder = "wake";

    /// <summary>A wake-up that fails comes again after so long.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(15);

    public Task HearSessionAsync(SessionEvent happened) => HearAsync(new SessionSignal(happened), happened.Event.ProjectId);

    public Task HearTrackerAsync(TrackerEvent happened) => HearAsync(new TrackerSignal(happened), happened.ProjectId);

    public Task ReceiveReminderAsync(string reminderName, byte[] state, TimeSpan dueTime, TimeSpan period) => HearAsync(new WakeSignal(), projectId: null);

    private async Task HearAsync(Signal signal, string? projectId)
    {
        var before = await LoadAsync();
        var policy = policies.For(before.Session?.ProjectId ?? projectId ?? "");
        var now = clock.GetUtcNow();
        var state = Decision.Decide(before, signal, now, policy);
        if (Outcomes.Due(state, now) is not null) state = await WakeAsync(state, now + Again);
        if (state != before) await StoreAsync(state);
        state = await CarryOutAsync(state);
        var rested = await WakeAsync(state, Wake.Next(state, policy, clock.GetUtcNow()));
        if (rested != state) await StoreAsync(rested);
    }

    private async Task<SupervisionState> CarryOutAsync(SupervisionState state)
    {
        while (Outcomes.Due(state, clock.GetUtcNow()) is { } pending)
        {
            var outcome = await desk.CarryOutAsync(pending, state, CancellationToken.None);
            state = Outcomes.Apply(state, pending, outcome, clock.GetUtcNow());
            await StoreAsync(state);
        }

        return state;
    }

    // Set before the state that counts on it is stored: one wake-up too many does no harm.
    private async Task<SupervisionState> WakeAsync(SupervisionState state, DateTimeOffset? at)
    {
        if (at == state.WakeAt && at > clock.GetUtcNow()) return state;
        if (at is { } time)
        {
            var delay = time - clock.GetUtcNow();
            await RegisterReminderAsync(Reminder, null, delay > TimeSpan.Zero ? delay : TimeSpan.Zero, Again);
        }
        else if (state.WakeAt is not null)
        {
            await UnregisterReminderAsync(Reminder);
        }

        return state with { WakeAt = at };
    }

    private async Task<SupervisionState> LoadAsync() =>
        await StateManager.TryGetStateAsync<SupervisionState>(StateName) is { HasValue: true } stored
            ? stored.Value
            : new SupervisionState { SessionId = Id.GetId() };

    private async Task StoreAsync(SupervisionState state)
    {
        await StateManager.SetStateAsync(StateName, state);
        await SaveStateAsync();
    }
}
