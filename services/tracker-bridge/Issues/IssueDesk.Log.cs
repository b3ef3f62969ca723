using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

public sealed partial class IssueDesk
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue} of project {ProjectId} looked up at {Provider}: found {Found}")]
    private partial void LogLookedUp(string projectId, string issue, string provider, bool found);

    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue} of project {ProjectId} changed at {Provider}: {State} now")]
    private partial void LogUpdated(string projectId, string issue, string provider, IssueState? state);

    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue} of project {ProjectId} created at {Provider}")]
    private partial void LogCreated(string projectId, string issue, string provider);
}
