namespace Athene.TrackerBridge.Watching;

public sealed partial class IssueWatch
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Told of issue {Issue} of project {ProjectId}; {Sessions} sessions work on it")]
    private partial void LogTold(string issue, string projectId, int sessions);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A change of an issue of project {ProjectId} is not told: {Reason}")]
    private partial void LogUnknown(string projectId, string reason);
}
