using Athene.Dapr.Actors;
using Athene.Dapr.Actors.Runtime;

namespace Athene.Sidecar.Faults.App;

/// <summary>What is known of a chore: both numbers change in the same turn.</summary>
internal sealed record ChoreState(int Done, int AlsoDone);

internal interface IChore : IActor
{
    Task PlanAsync();

    Task<ChoreState> GetAsync();
}

/// <summary>Is reminded until it has done its work once, and tells when a turn begins and ends.</summary>
internal sealed class Chore(ActorHost host, EffectLog effects) : Actor(host), IChore, IRemindable
{
    private const string Reminder = "do";
    private const string Done = "done";
    private const string AlsoDone = "also-done";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    public Task PlanAsync() => RegisterReminderAsync(Reminder, [], Soon, TimeSpan.FromSeconds(1));

    public async Task<ChoreState> GetAsync() =>
        new(await StateManager.GetOrAddStateAsync(Done, 0), await StateManager.GetOrAddStateAsync(AlsoDone, 0));

    public async Task ReceiveReminderAsync(string reminderName, byte[] state, TimeSpan dueTime, TimeSpan period)
    {
        effects.Add("enter", Id.GetId());
        try
        {
            // Only when what was done is safe, and that is known at the next tick.
            if (await StateManager.GetOrAddStateAsync(Done, 0) > 0) await UnregisterReminderAsync(Reminder);
            else await WorkAsync();
        }
        finally
        {
            effects.Add("leave", Id.GetId());
        }
    }

    private async Task WorkAsync()
    {
        await StateManager.AddOrUpdateStateAsync(Done, 1, (_, done) => done + 1);
        // Whatever runs beside this turn, against the rules, gets its chance here.
        await Task.Yield();
        await StateManager.AddOrUpdateStateAsync(AlsoDone, 1, (_, done) => done + 1);
        effects.Add("worked", Id.GetId());
    }
}
