using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Actors.Runtime;

internal sealed partial class ActorTypeHost
{
    [LoggerMessage(LogLevel.Debug, "Actor {ActorType}/{ActorId} is active")]
    private static partial void LogActivated(ILogger logger, string actorType, ActorId actorId);

    [LoggerMessage(LogLevel.Debug, "Actor {ActorType}/{ActorId} is not active any more")]
    private static partial void LogDeactivated(ILogger logger, string actorType, ActorId actorId);

    [LoggerMessage(LogLevel.Error, "OnActorMethodFailedAsync of actor {ActorType}/{ActorId} threw after {Method} failed")]
    private static partial void LogFailureHookFailed(ILogger logger, Exception failure, string actorType, ActorId actorId, string method);
}
