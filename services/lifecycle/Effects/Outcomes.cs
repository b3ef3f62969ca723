using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Effects;

/// <summary>What the outcome of an effect makes of the state: what failed is tried again, and what belongs to a reaction is told (W-L19). Pure.</summary>
public static class Outcomes
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>The next effect whose time has come; null: none.</summary>
    public static PendingEffect? Due(SupervisionState state, DateTimeOffset now) =>
        state.Outbox.Find(pending => pending.NotBefore is null || pending.NotBefore <= now);

    public static SupervisionState Apply(SupervisionState state, PendingEffect pending, Outcome outcome, DateTimeOffset now)
    {
        if (outcome is EffectDone { Then: { } next })
            return state with { Outbox = state.Outbox.Replace(pending, new PendingEffect($"{pending.Id}-{next.Word}", next, pending.Reaction)) };

        var again = outcome is EffectFailed ? Postponed(pending, now) : null;
        IReadOnlyList<PendingEffect> told = pending is { Reaction: not null, Effect: not (RecordOutcome or AnnounceReaction or Announce) }
            ? [.. OutcomeNews.Of(state, pending, outcome, again?.NotBefore, now)]
            : [];
        var outbox = again is null ? state.Outbox.Remove(pending) : state.Outbox.Replace(pending, again);
        return state with
        {
            Outbox = outbox.AddRange(told),
            LastRefusal = outcome is EffectRefused refused ? OutcomeNews.RefusalOf(pending, refused) : state.LastRefusal,
        };
    }

    private static PendingEffect Postponed(PendingEffect pending, DateTimeOffset now) =>
        pending with { Failures = pending.Failures + 1, NotBefore = now + PauseAfter(pending.Failures) };

    private static TimeSpan PauseAfter(int failures)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Min(failures, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
