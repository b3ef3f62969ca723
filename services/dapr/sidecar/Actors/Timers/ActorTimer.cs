using Athene.Sidecar.Actors.Callbacks;

namespace Athene.Sidecar.Actors.Timers;

/// <summary>A timer that runs.</summary>
/// <param name="Host">Where it was made: it does not outlive the actor there.</param>
internal sealed record ActorTimer(TimerRequest Request, ActorHost Host, TickSchedule Schedule);
