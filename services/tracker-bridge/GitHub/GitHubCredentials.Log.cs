namespace Athene.TrackerBridge.GitHub;

public sealed partial class GitHubCredentials
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "The gh command has no login to offer: {Reason}")]
    private partial void LogNoLogin(string reason);
}
