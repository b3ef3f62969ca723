namespace Athene.Session.Api;

public sealed partial class MachineExceptionHandler
{
    [LoggerMessage(EventId = 500, Level = LogLevel.Warning, Message = "{Path}: this computer stood in the way")]
    private static partial void LogMachineFailed(ILogger logger, Exception exception, PathString path);
}
