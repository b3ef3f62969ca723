using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Effects;

/// <summary>What the outcome of an effect makes of the state. Pure.</summary>
public static class Outcomes
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>The next effect whose time has come; null: none.</summary>
    public static PendingEffect? Due(SupervisionState state, DateTimeOffset now) =>
        state.Outbox.Find(pending => pending.NotBefore is null || pending.NotBefore <= now);

    public static SupervisionState Apply(SupervisionState state, PendingEffect pending, Outcome outcome, DateTimeOffset now) => outcome switch
    {
        EffectFailed => state with { Outbox = state.Outbox.Replace(pending, Postponed(pending, now)) },
        EffectDone { Then: { } next } => state with { Outbox = state.Outbox.Replace(pending, new PendingEffect($"{pending.Id}-{next.Word}", next, pending.Reaction)) },
        _ => state with { Outbox = state.Outbox.Remove(pending) },
    };

    private static PendingEffect Postponed(PendingEffect pending, DateTimeOffset now) =>
        pending with { Failures = pending.Failures + 1, NotBefore = now + PauseAfter(pending.Failures) };

    private static TimeSpan PauseAfter(int failures)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Min(failures, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
