namespace Athene.TrackerBridge.PullRequests;

public sealed partial class PullRequestDesk
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Pull request {Number} of project {ProjectId} looked up at {Provider}: found {Found}")]
    private partial void LogLookedUp(string projectId, int number, string provider, bool found);

    [LoggerMessage(Level = LogLevel.Information, Message = "Pull request {Number} of project {ProjectId} assigned at {Provider} to {Assignee}")]
    private partial void LogAssigned(string projectId, int number, string provider, string assignee);

    [LoggerMessage(Level = LogLevel.Information, Message = "Pull request {Number} of project {ProjectId} at {HeadSha} given to {Provider} to merge: merged {Merged}")]
    private partial void LogMerged(string projectId, int number, string provider, string headSha, bool merged);

    [LoggerMessage(Level = LogLevel.Information, Message = "Failures of {HeadSha} of project {ProjectId} read at {Provider}: {Count}")]
    private partial void LogFailures(string projectId, string headSha, string provider, int count);
}
