namespace Athene.TrackerBridge.Watching;

public sealed partial class PullRequestWatch
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Told session {SessionId} of {Repo}#{Number}, revision {Revision}: {Change}")]
    private partial void LogTold(string sessionId, string repo, int number, long revision, string change);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What changed of pull request {Number} of {Repo} could not be stored or told to session {SessionId}; it is read again")]
    private partial void LogNotTaken(Exception failure, string sessionId, string repo, int number);
}
