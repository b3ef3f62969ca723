namespace Athene.Session.History;

public sealed partial class EventPublisher
{
    [LoggerMessage(EventId = 120, Level = LogLevel.Warning, Message = "Event {EventId} of session {SessionId} could not be published; it is tried again")]
    private static partial void LogPublishFailed(ILogger logger, Exception exception, long eventId, string? sessionId);
}
