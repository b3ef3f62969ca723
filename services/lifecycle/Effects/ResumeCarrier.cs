using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle.Effects;

/// <summary>Ends pauses; a pause that is over by itself stays over.</summary>
internal sealed class ResumeCarrier(ISessions sessions) : Carrier<ResumeSession>
{
    protected override async Task<Outcome> CarryOutAsync(
        ResumeSession effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        await sessions.ResumeAsync(state.SessionId, effect.Request, cancellationToken);
        return Outcome.Done;
    }
}
