using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Cleaning;

/// <summary>
/// Ends a session whose work is merged: at once when its agent is quiet, otherwise when it is, or when the grace is over (spec lifecycle.md §11.4).
/// One with work that is nowhere else stays, and is looked at again when its agent has done something, and now and then: a person may have
/// saved it. Pure.
/// </summary>
internal static class MergedCleanup
{
    /// <summary>What its outcomes are told under.</summary>
    public const string Key = "merged-cleanup";

    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public static Turn Judge(Turn turn)
    {
        if (!IsToGo(turn)) return turn.State.Cleanup is null ? turn : turn with { State = turn.State with { Cleanup = null } };
        var session = turn.State.Session!;
        var watch = turn.State.Cleanup ?? new CleanupWatch(turn.Now);
        if (IsBusy(session) && turn.Now < OverAt(turn, watch)) return turn.State.Cleanup is null ? Defer(turn, watch) : turn;
        var moment = MomentOf(session);
        var isAsked = turn.State.Outbox.Exists(pending => pending.Effect is EndSession) || (watch.AskedFor == moment && turn.Now < watch.AskedAt + Again);
        return isAsked ? turn : Keep(turn, watch with { AskedFor = moment, AskedAt = turn.Now }).With(new EndSession("pr_merged"), Key);
    }

    /// <summary>When it has to be looked at again, although nothing was heard; some may be past, and null is never.</summary>
    public static IEnumerable<DateTimeOffset?> WakeTimes(Turn turn) =>
        turn.State.Cleanup is { } watch && IsToGo(turn) ? [OverAt(turn, watch), watch.AskedAt + Again] : [];

    private static bool IsToGo(Turn turn) =>
        turn.Policy.Lifecycle.AutoCleanupOnMerge
        && turn.State.Session is { Kind: SessionKind.Worker, Lifecycle: { IsTerminal: false, Pr.State: PullRequestState.Merged } };

    private static bool IsBusy(SessionDocument session) => session.Activity is Activity.Active or Activity.WaitingInput or Activity.Blocked;

    private static DateTimeOffset OverAt(Turn turn, CleanupWatch watch) => watch.Since + turn.Policy.Lifecycle.MergeCleanupIdleGrace;

    private static Turn Defer(Turn turn, CleanupWatch watch) => Keep(turn, watch).With(
        new RecordOutcome("session.auto_cleanup_deferred", "info", $"{turn.State.SessionId} is merged, and is ended once its agent is quiet"), Key);

    private static Turn Keep(Turn turn, CleanupWatch watch) => turn with { State = turn.State with { Cleanup = watch } };

    private static string MomentOf(SessionDocument session) =>
        string.Create(CultureInfo.InvariantCulture, $"{session.RestoredAt:O} {session.Activity} {session.ActivityEvidence?.At:O}");
}
