namespace Athene.Session.Records;

public sealed partial class Ledger
{
    [LoggerMessage(EventId = 110, Level = LogLevel.Error, Message = "The document {Key} cannot be read and is left out; it is kept as it is until it is written again")]
    private static partial void LogUnreadable(ILogger logger, string key);
}
