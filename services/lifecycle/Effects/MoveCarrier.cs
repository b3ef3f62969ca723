using Athene.Contracts.Errors;
using Athene.Contracts.Events;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle.Effects;

/// <summary>Moves sessions. A session that has moved on by itself is looked at anew when that is heard of.</summary>
internal sealed class MoveCarrier(ISessions sessions, TimeProvider clock) : Carrier<MoveSession>
{
    protected override async Task<Outcome> CarryOutAsync(
        MoveSession effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        var request = effect.Request;
        try
        {
            var moved = await sessions.MoveAsync(state.SessionId, request, cancellationToken);
            if (request.Observed == request.State) return Outcome.Done;
            return new EffectDone(Then: new Announce(
                EventTypes.LifecycleTransitioned,
                new LifecycleEvent(pending.Id, moved.Id, moved.ProjectId, clock.GetUtcNow(), request.Observed, request.State, request.Reason)));
        }
        catch (AtheneException stale) when (stale.Type == ErrorTypes.TransitionStale)
        {
            return new EffectSkipped(stale.Message);
        }
    }
}
