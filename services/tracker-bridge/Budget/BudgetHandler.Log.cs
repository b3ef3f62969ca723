namespace Athene.TrackerBridge.Budget;

public sealed partial class BudgetHandler
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Host} is paused until {Until:u}: {Reason}")]
    private partial void LogPaused(string host, DateTimeOffset until, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Host} is asked again: {Reason}")]
    private partial void LogRepeated(string host, string reason);
}
