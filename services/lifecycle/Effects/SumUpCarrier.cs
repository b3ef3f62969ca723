using Athene.Contracts.Events;
using Athene.Contracts.Notifications;
using Athene.Lifecycle.Completion;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Publishing;
using Athene.Lifecycle.Reactions;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle.Effects;

/// <summary>Looks at all sessions, and says so once when none is left. Two that end together say the same under the same id.</summary>
internal sealed class SumUpCarrier(ISessions sessions, Announcer announcer, TimeProvider clock) : Carrier<SumUp>
{
    protected override async Task<Outcome> CarryOutAsync(SumUp effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        if (Wave.OverOf(await sessions.ListAsync(cancellationToken)) is not { } wave) return new EffectSkipped("other sessions are at work");
        if ((await sessions.WaitingAsync(cancellationToken)).Count > 0) return new EffectSkipped("spawns are waiting");
        var now = clock.GetUtcNow();
        await announcer.NotifyAsync(
            new Notification(
                wave.Id, effect.Priority ?? NotificationPriority.Info, "All work is done", effect.Message ?? $"No session is left at work: {wave.Counts}.")
            {
                Type = "summary.all_complete",
                Time = now,
                Facts = effect.WithSessions ? wave.Lines : [],
            },
            cancellationToken);
        await announcer.AnnounceAsync(
            EventTypes.AllComplete, new ReactionEvent(wave.Id, null, null, now, ReactionKeys.AllComplete, "notify", wave.Counts), cancellationToken);
        return Outcome.Done;
    }
}
