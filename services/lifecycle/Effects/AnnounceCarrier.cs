using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Publishing;

namespace Athene.Lifecycle.Effects;

/// <summary>Tells other services what was decided.</summary>
internal sealed class AnnounceCarrier(Announcer announcer) : Carrier<Announce>
{
    protected override async Task<Outcome> CarryOutAsync(Announce effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        await announcer.AnnounceAsync(effect.Type, effect.Event with { Id = pending.Id }, cancellationToken);
        return Outcome.Done;
    }
}
