namespace Athene.Sidecar.Actors.Reminders;

internal sealed partial class ReminderDelivery
{
    [LoggerMessage(LogLevel.Information, "{Count} reminders of actors are taken up")]
    private partial void LogLoaded(int count);

    [LoggerMessage(LogLevel.Warning, "Reminder {Reminder} failed (attempt {Attempt}): {Reason}; next delivery at {Next}")]
    private partial void LogFailed(ReminderKey reminder, int attempt, string reason, DateTimeOffset? next);

    [LoggerMessage(LogLevel.Information, "Reminder {Reminder} ends: its time to live was over before it could be delivered")]
    private partial void LogExpired(ReminderKey reminder);

    [LoggerMessage(LogLevel.Debug, "Reminder {Version} stays due: the sidecar stops")]
    private partial void LogStaysDue(long version);

    [LoggerMessage(LogLevel.Error, "Reminder {Version} could not be read, delivered or written; it is tried again in {Pause}")]
    private partial void LogNotDelivered(Exception exception, long version, TimeSpan pause);
}
