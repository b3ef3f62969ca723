using Athene.Lifecycle.Assessing;
using Athene.Lifecycle.Cleaning;
using Athene.Lifecycle.Completion;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Notices;
using Athene.Lifecycle.Pauses;
using Athene.Lifecycle.PullRequests;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Decisions;

/// <summary>
/// What a signal means for a session (spec lifecycle.md §4–§7): pure, total, and the same however often and in whatever order signals come.
/// Facts are merged by their versions first; then every judge looks at all of them.
/// </summary>
public static class Decision
{
    /// <summary>In the order in which their effects are carried out: what an agent waits for comes before what people read.</summary>
    private static readonly IReadOnlyList<Judge> Judges =
        [PauseEnd.Judge, Heads.Judge, Incidents.Judge, SessionMoves.Judge, TransitionNotices.Judge, MergedCleanup.Judge, LastOne.Judge];

    /// <summary>For a session that is forgotten.</summary>
    private static readonly IReadOnlyList<Judge> Farewell = [LastOne.Judge];

    /// <summary>The state after the signal. What is to be carried out is in its outbox.</summary>
    public static SupervisionState Decide(SupervisionState state, Signal signal, DateTimeOffset now, Policy policy)
    {
        var turn = new Turn(FactMerge.Apply(state, signal), state, now, policy);
        return (turn.State.Session is null ? Farewell : Judges).Aggregate(turn, (before, judge) => judge(before)).State;
    }
}
