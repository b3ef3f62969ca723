using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Pauses;

/// <summary>
/// Ends a pause when its time has come. An agent that met the limit of its plan is then told to go on, if the configuration wants that; sessions of one
/// plan not all in the same moment. Pure.
/// </summary>
internal static class PauseEnd
{
    private const string GoOn = "The limit of your plan has been reset. Go on where you stopped.";

    /// <summary>Over so long a time the sessions that meet one limit begin again.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(1);

    public static Turn Judge(Turn turn)
    {
        if (EndsAt(turn) is not { } end || end > turn.Now || turn.State.Session!.Paused is not { } pause) return turn;
        var state = turn.State with { EndedPause = pause.Id };
        return (turn with { State = state }).With(new ResumeSession(new ResumeRequest(pause.Id, GoesOn(pause, turn.Policy) ? GoOn : null)));
    }

    /// <summary>When the pause is over; null: nobody knows, or that has been seen to.</summary>
    public static DateTimeOffset? EndsAt(Turn turn)
    {
        if (turn.State.Session is not { Lifecycle.IsTerminal: false, Paused: { Until: { } until } pause } || turn.State.EndedPause == pause.Id) return null;
        return GoesOn(pause, turn.Policy) ? until + (Spread * Share(pause.Id)) : until;
    }

    private static bool GoesOn(SessionPause pause, Policy policy) => pause.Reason is PauseReason.UsageLimit && policy.ResumesAfterLimit;

    // Anything between 0 and 1 that is the same whenever it is asked.
    private static double Share(string id) => (id.Aggregate(17u, (sum, letter) => (sum * 31) + letter) % 1000) / 1000.0;
}
