namespace Athene.Notifier.Reporting;

public sealed partial class StartCheck
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Notifier {Target} reaches nobody: {Problem}")]
    private partial void LogProblem(string target, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notifiers could not be checked at the start")]
    private partial void LogNotChecked(Exception exception);
}
