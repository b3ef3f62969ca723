namespace Athene.Session.Messages;

public sealed partial class MessageDelivery
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Error, Message = "Messages to session {SessionId} could not be delivered now")]
    private static partial void LogDeliveryFailed(ILogger logger, Exception exception, string sessionId);

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "Message {MessageId} could not be typed into session {SessionId}")]
    private static partial void LogSendFailed(ILogger logger, Exception exception, string messageId, string sessionId);
}
