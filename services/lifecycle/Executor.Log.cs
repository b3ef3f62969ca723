using Athene.Contracts.Lifecycle;

namespace Athene.Lifecycle;

public sealed partial class Executor
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Session {SessionId} went from {From} to {To}: {Reason}")]
    private partial void LogMoved(string sessionId, SessionState from, SessionState to, SessionReason reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Session {SessionId} is no longer {From}; the verdict {To} is dropped")]
    private partial void LogStale(string sessionId, SessionState from, SessionState to);
}
