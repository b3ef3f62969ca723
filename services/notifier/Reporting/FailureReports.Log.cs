namespace Athene.Notifier.Reporting;

public sealed partial class FailureReports
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "That {Target} gave up {NotificationId} could not be added to the history: {Status}")]
    private partial void LogNotReported(string notificationId, string target, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "That {Target} gave up {NotificationId} could not be added to the history; it is tried again")]
    private partial void LogNotReached(string notificationId, string target, Exception exception);
}
