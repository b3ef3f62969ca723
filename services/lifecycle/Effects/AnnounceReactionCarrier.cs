using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Publishing;

namespace Athene.Lifecycle.Effects;

/// <summary>Tells other services that Athene reacted.</summary>
internal sealed class AnnounceReactionCarrier(Announcer announcer) : Carrier<AnnounceReaction>
{
    protected override async Task<Outcome> CarryOutAsync(
        AnnounceReaction effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        await announcer.AnnounceAsync(effect.Type, effect.Event, cancellationToken);
        return Outcome.Done;
    }
}
