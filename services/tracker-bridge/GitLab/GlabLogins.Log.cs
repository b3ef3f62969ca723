namespace Athene.TrackerBridge.GitLab;

public sealed partial class GlabLogins
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The logins of glab in {File} cannot be read: {Reason}")]
    private partial void LogUnreadable(string file, string reason);
}
