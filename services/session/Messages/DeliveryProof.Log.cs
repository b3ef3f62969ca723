namespace Athene.Session.Messages;

public sealed partial class DeliveryProof
{
    [LoggerMessage(EventId = 310, Level = LogLevel.Warning, Message = "That session {SessionId} took a prompt could not be recorded")]
    private static partial void LogLost(ILogger logger, Exception exception, string sessionId);
}
