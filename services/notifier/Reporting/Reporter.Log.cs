namespace Athene.Notifier.Reporting;

public sealed partial class Reporter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Failures could not be reported; the next try comes soon")]
    private partial void LogRoundFailed(Exception exception);
}
