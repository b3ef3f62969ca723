namespace Athene.Session.Records;

public sealed partial class DaprDocuments
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "The state store refused a transaction of {Writes} documents; they are read again")]
    private static partial void LogRefused(ILogger logger, Exception exception, int writes);
}
