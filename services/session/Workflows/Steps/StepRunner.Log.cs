namespace Athene.Session.Workflows.Steps;

public sealed partial class StepRunner
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Information, Message = "{Step} done")]
    private static partial void LogDone(ILogger logger, string step);

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning, Message = "{Step} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string step);
}
