namespace Athene.TrackerBridge.Sessions;

public sealed partial class ProjectDirectory
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The session service does not tell the projects; those that it last told are taken")]
    private partial void LogStale(Exception failure);
}
