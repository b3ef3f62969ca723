namespace Athene.TrackerBridge.Watching;

public sealed partial class PullRequestWatch
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Told session {SessionId} of {Repo}#{Number}, revision {Revision}: {Change}")]
    private partial void LogTold(string sessionId, string repo, int number, long revision, string change);
}
