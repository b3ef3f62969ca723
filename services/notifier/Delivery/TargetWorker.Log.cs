namespace Athene.Notifier.Delivery;

public sealed partial class TargetWorker
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Notification {NotificationId} of session {SessionId} did not get through {Target}: {Reason}; it is tried again in {Seconds} s")]
    private partial void LogTriedAgain(string notificationId, string? sessionId, string target, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Notification {NotificationId} of session {SessionId} was given up for {Target}: {Reason}. Send it again with: athene notifications retry")]
    private partial void LogGivenUp(string notificationId, string? sessionId, string target, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What {Target} was told cannot be noted yet; it is tried again")]
    private partial void LogNotNoted(string target, Exception exception);
}
