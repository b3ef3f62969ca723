namespace Athene.Session.Retention;

public sealed partial class Archivist
{
    [LoggerMessage(EventId = 270, Level = LogLevel.Information, Message = "Archived {Count} ended sessions of project {ProjectId}")]
    private static partial void LogArchived(ILogger logger, string projectId, int count);

    [LoggerMessage(EventId = 271, Level = LogLevel.Error, Message = "Ended sessions could not be archived; it is tried again when the next one ends, or in an hour")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
