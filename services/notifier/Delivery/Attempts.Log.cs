namespace Athene.Notifier.Delivery;

public sealed partial class Attempts
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The channel of {Target} failed on {NotificationId} with {Error}\n{Stack}")]
    private partial void LogUnforeseen(string target, string notificationId, string error, string? stack);
}
