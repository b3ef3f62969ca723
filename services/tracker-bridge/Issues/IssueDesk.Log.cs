namespace Athene.TrackerBridge.Issues;

public sealed partial class IssueDesk
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue} of project {ProjectId} looked up at {Provider}: found {Found}")]
    private partial void LogLookedUp(string projectId, string issue, string provider, bool found);
}
