using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Actors.AspNetCore;

internal sealed partial class ActorHandlers
{
    [LoggerMessage(LogLevel.Warning, "{Request} failed")]
    private static partial void LogTurnFailed(ILogger logger, Exception failure, string request);

    [LoggerMessage(LogLevel.Warning, "{Request} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string request, string reason);
}
