using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Publishing;

namespace Athene.Lifecycle.Effects;

/// <summary>Hands notifications to the notifier.</summary>
internal sealed class TellPeopleCarrier(Announcer announcer) : Carrier<TellPeople>
{
    protected override async Task<Outcome> CarryOutAsync(TellPeople effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        await announcer.NotifyAsync(effect.Notification with { Id = pending.Id }, cancellationToken);
        return Outcome.Done;
    }
}
