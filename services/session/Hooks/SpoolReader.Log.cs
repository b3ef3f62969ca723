namespace Athene.Session.Hooks;

public sealed partial class SpoolReader
{
    [LoggerMessage(EventId = 450, Level = LogLevel.Warning, Message = "What hooks have left could not be taken in; it is tried again")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 451, Level = LogLevel.Warning, Message = "Arrivals of hooks are not told by the system; they are looked for every {Interval}")]
    private static partial void LogNotWatching(ILogger logger, Exception exception, TimeSpan interval);

    [LoggerMessage(EventId = 453, Level = LogLevel.Warning, Message = "What hooks of session {SessionId} have left cannot be read or removed")]
    private static partial void LogSessionUnreadable(ILogger logger, Exception exception, string sessionId);

    [LoggerMessage(EventId = 454, Level = LogLevel.Warning, Message = "The fact {Source} {Event} of session {SessionId} was refused; it is tried again")]
    private static partial void LogRefused(ILogger logger, Exception exception, string source, string @event, string sessionId);

    [LoggerMessage(EventId = 455, Level = LogLevel.Warning, Message = "The fact {Source} {Event} of session {SessionId} was refused {Times} times and is given up")]
    private static partial void LogGivenUp(ILogger logger, Exception exception, string source, string @event, string sessionId, int times);

    [LoggerMessage(EventId = 452, Level = LogLevel.Information, Message = "{Path} is no fact and is removed")]
    private static partial void LogUnreadable(ILogger logger, string path);
}
