namespace Athene.Lifecycle.Supervision;

/// <summary>Finds the supervisor of a session.</summary>
public sealed class Supervisors(IActorProxyFactory actors)
{
    public ISupervisor Of(string sessionId) => actors.CreateActorProxy<ISupervisor>(new ActorId(sessionId), nameof(Supervisor));
}
