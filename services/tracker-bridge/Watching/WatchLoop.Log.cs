namespace Athene.TrackerBridge.Watching;

public sealed partial class WatchLoop
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The sessions are not told yet; asking again")]
    private partial void LogNotListed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading {Count} pull requests at {Provider} failed")]
    private partial void LogNotRead(Exception failure, string provider, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Provider} ({ApiUrl}) does not tell of pull requests: {Problem}. It is asked again, less and less often")]
    private partial void LogAway(string provider, string? apiUrl, string? problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Provider} ({ApiUrl}) tells of pull requests again; it had not since {Since}")]
    private partial void LogBack(string provider, string? apiUrl, DateTimeOffset since);
}
