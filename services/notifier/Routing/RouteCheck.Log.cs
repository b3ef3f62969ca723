namespace Athene.Notifier.Routing;

public sealed partial class RouteCheck
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Notifications that are routed there go elsewhere: {Complaint}")]
    private partial void LogComplaint(string complaint);
}
