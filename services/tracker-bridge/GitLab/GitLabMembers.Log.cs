namespace Athene.TrackerBridge.GitLab;

public sealed partial class GitLabMembers
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "GitLab does not say who may write to {Project}, so nobody is taken to: {Reason}")]
    private partial void LogNotTold(string project, string reason);
}
