namespace Athene.Dapr.Actors.Runtime;

/// <summary>An actor that hears reminders.</summary>
public interface IRemindable
{
    /// <summary>A reminder came. It is a turn like a call: if it throws, its changes are forgotten and the sidecar tries it again.</summary>
    /// <param name="reminderName">Its name within the actor.</param>
    /// <param name="state">What was given when it was set; empty if nothing.</param>
    /// <param name="dueTime">As far as the sidecar tells it; -1 ms otherwise.</param>
    /// <param name="period">As far as the sidecar tells it; -1 ms otherwise.</param>
    Task ReceiveReminderAsync(string reminderName, byte[] state, TimeSpan dueTime, TimeSpan period);
}
