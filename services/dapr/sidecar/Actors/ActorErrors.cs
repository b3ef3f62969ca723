using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Actors;

internal static class ActorErrors
{
    /// <summary>The error as both APIs show it.</summary>
    public static DaprException ToDapr(this ActorException error) => error.Fault switch
    {
        ActorFault.Invocation => new DaprException(500, "ERR_ACTOR_INVOKE_METHOD", $"error invoke actor method: {error.Message}"),
        ActorFault.NoStateStore => new DaprException(500, "ERR_ACTOR_RUNTIME_NOT_FOUND", error.Message),
        ActorFault.NotActive => new DaprException(400, "ERR_ACTOR_INSTANCE_MISSING", error.Message) { GrpcStatus = GrpcStatus.Internal },
        ActorFault.StateTransaction => new DaprException(500, "ERR_ACTOR_STATE_TRANSACTION_SAVE", $"error saving actor transaction state: {error.Message}"),
        ActorFault.NotHosted => new DaprException(403, "ERR_ACTOR_REMINDER_NON_HOSTED", error.Message),
        ActorFault.ReminderInvalid => new DaprException(500, "ERR_ACTOR_REMINDER_CREATE", $"error creating actor reminder: {error.Message}"),
        ActorFault.ReminderExists => new DaprException(409, "ERR_ACTOR_REMINDER_ALREADY_EXISTS", $"actor reminder already exists: {error.Message}") { GrpcStatus = GrpcStatus.AlreadyExists },
        ActorFault.ReminderNotFound => new DaprException(404, "ERR_ACTOR_REMINDER_NOT_FOUND", $"actor reminder not found: {error.Message}") { GrpcStatus = GrpcStatus.NotFound },
        ActorFault.TimerInvalid => new DaprException(500, "ERR_ACTOR_TIMER_CREATE", $"error creating actor timer: {error.Message}"),
        _ => throw new InvalidOperationException($"The fault {error.Fault} has no error of Dapr's."),
    };
}
