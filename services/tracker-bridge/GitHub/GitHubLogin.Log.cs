namespace Athene.TrackerBridge.GitHub;

public sealed partial class GitHubLogin
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "The gh command has no login for {Host} to offer: {Reason}")]
    private partial void LogNoLogin(string host, string reason);
}
