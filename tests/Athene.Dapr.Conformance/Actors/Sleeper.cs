using System.Collections.Concurrent;
using System.Text;

namespace Athene.Dapr.Conformance.Actors;

public interface ISleeper : IActor
{
    Task RemindAsync(Wakening wakening);

    Task<bool> HasReminderAsync(string name);

    Task ForgetAsync(string name);

    Task StartTimerAsync(Wakening wakening);

    Task StopTimerAsync(string name);
}

/// <param name="PeriodMs">-1 for never again.</param>
/// <param name="Repetitions">0 for without end.</param>
/// <param name="TtlMs">0 for never ending.</param>
public sealed record Wakening(string Name, int DueMs, int PeriodMs = -1, int Repetitions = 0, int TtlMs = 0)
{
    public TimeSpan Due => TimeSpan.FromMilliseconds(DueMs);

    public TimeSpan Period => TimeSpan.FromMilliseconds(PeriodMs);

    public TimeSpan Ttl => TimeSpan.FromMilliseconds(TtlMs);
}

/// <summary>An actor that is woken by reminders and timers.</summary>
internal sealed class Sleeper(ActorHost host) : Actor(host), ISleeper, IRemindable
{
    private static readonly ConcurrentDictionary<string, int> Wakenings = new();

    /// <summary>How often something of that name has come.</summary>
    public static int CountOf(string name) => Wakenings.GetValueOrDefault(name);

    public Task RemindAsync(Wakening wakening)
    {
        var data = Encoding.UTF8.GetBytes(wakening.Name);
        return wakening switch
        {
            { Repetitions: > 0 } => RegisterReminderAsync(wakening.Name, data, wakening.Due, wakening.Period, wakening.Repetitions),
            { TtlMs: > 0 } => RegisterReminderAsync(wakening.Name, data, wakening.Due, wakening.Period, wakening.Ttl),
            _ => RegisterReminderAsync(wakening.Name, data, wakening.Due, wakening.Period),
        };
    }

    public async Task<bool> HasReminderAsync(string name) => await GetReminderAsync(name) is { } found && found.Name == name;

    public Task ForgetAsync(string name) => UnregisterReminderAsync(name);

    public Task StartTimerAsync(Wakening wakening) =>
        RegisterTimerAsync(wakening.Name, nameof(OnTimer), Encoding.UTF8.GetBytes(wakening.Name), wakening.Due, wakening.Period);

    public Task StopTimerAsync(string name) => UnregisterTimerAsync(name);

    public Task ReceiveReminderAsync(string reminderName, byte[] state, TimeSpan dueTime, TimeSpan period) =>
        Encoding.UTF8.GetString(state) == reminderName ? CountAsync(reminderName) : throw new InvalidOperationException("The data is another's.");

    private static Task OnTimer(byte[] data) => CountAsync(Encoding.UTF8.GetString(data));

    private static Task CountAsync(string name)
    {
        Wakenings.AddOrUpdate(name, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }
}
