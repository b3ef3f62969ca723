using Athene.Lifecycle.Assessing;
using Athene.Lifecycle.Cleaning;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Pauses;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Supervision;

/// <summary>When a supervisor has something to do although it hears nothing. Pure.</summary>
public static class Wake
{
    /// <summary>Null: never; a session at rest costs nothing.</summary>
    public static DateTimeOffset? Next(SupervisionState state, Policy policy, DateTimeOffset now)
    {
        if (state.Session is null) return state.Outbox.Select(pending => pending.NotBefore).Where(time => time > now).Min();
        var turn = new Turn(state, state, now, policy);
        return state.Outbox.Select(pending => pending.NotBefore)
            .Append(SessionMoves.WakeAt(turn))
            .Append(PauseEnd.EndsAt(turn))
            .Concat(MergedCleanup.WakeTimes(turn))
            .Concat(Incidents.WakeTimes(turn))
            .Where(time => time > now)
            .Min();
    }
}
