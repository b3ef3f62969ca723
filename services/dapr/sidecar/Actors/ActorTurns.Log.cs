namespace Athene.Sidecar.Actors;

internal sealed partial class ActorTurns
{
    [LoggerMessage(LogLevel.Warning, "Actor {Actor} is no longer active, but {AppId} could not be told: {Reason}")]
    private partial void LogNotDeactivated(ActorKey actor, string appId, string reason);

    [LoggerMessage(LogLevel.Warning, "Actor {Actor} was still busy when the sidecar had to stop; it was not deactivated")]
    private partial void LogNotDrained(ActorKey actor);
}
