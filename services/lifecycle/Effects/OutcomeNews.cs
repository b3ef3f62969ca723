using System.Globalization;
using Athene.Contracts.Events;
using Athene.Contracts.Notifications;
using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Effects;

/// <summary>How the outcome of a reaction is told: in the history always, to other services when it was carried out, to a person when it was refused. Pure.</summary>
internal static class OutcomeNews
{
    /// <param name="again">When a failed one is tried again.</param>
    public static IEnumerable<PendingEffect> Of(SupervisionState state, PendingEffect pending, Outcome outcome, DateTimeOffset? again, DateTimeOffset now)
    {
        // One that fails again and again is told the first time.
        if (outcome is EffectFailed && pending.Failures > 0) yield break;
        yield return Follow(pending, "outcome", new RecordOutcome(OutcomeKinds.Of(pending, outcome), LevelOf(outcome), Summary(state, pending, outcome, again)) { EffectId = pending.Id });
        if (outcome is EffectDone done) yield return Follow(pending, "announce", Announcement(state, pending, done, now));
        if (outcome is EffectRefused refused && RefusalOf(pending, refused) != state.LastRefusal) yield return Follow(pending, "refused", Notice(state, pending, refused, now));
    }

    public static string RefusalOf(PendingEffect pending, EffectRefused refused) => $"{pending.Reaction} {refused.Why}";

    private static PendingEffect Follow(PendingEffect pending, string word, Effect effect) =>
        new($"{pending.Id}-{word}{(pending.Failures > 0 ? string.Create(CultureInfo.InvariantCulture, $"-{pending.Failures}") : "")}", effect, pending.Reaction);

    private static string Summary(SupervisionState state, PendingEffect pending, Outcome outcome, DateTimeOffset? again)
    {
        var when = again is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; again at {again:HH:mm:ss} UTC");
        return $"{state.SessionId}: {pending.Reaction}, {pending.Effect.Word} {outcome.Words}{when}";
    }

    private static string LevelOf(Outcome outcome) => outcome is EffectFailed or EffectRefused ? "warn" : "info";

    private static AnnounceReaction Announcement(SupervisionState state, PendingEffect pending, EffectDone done, DateTimeOffset now) => new(
        OutcomeKinds.IsEscalation(pending) ? EventTypes.ReactionEscalated : EventTypes.ReactionTriggered,
        new ReactionEvent(pending.Id, state.SessionId, state.Session?.ProjectId, now, pending.Reaction!, pending.Effect.Word, done.Detail));

    private static TellPeople Notice(SupervisionState state, PendingEffect pending, EffectRefused refused, DateTimeOffset now) => new(new Notification(
        "", NotificationPriority.Action, $"{state.SessionId}: {pending.Reaction} needs you", $"Athene could not do it ({pending.Effect.Word}): {refused.Why}",
        state.SessionId, [.. (state.Session?.Prs ?? []).Select(pr => pr.Url)])
    {
        Type = "reaction.failed",
        ProjectId = state.Session?.ProjectId,
        Time = now,
    });
}
