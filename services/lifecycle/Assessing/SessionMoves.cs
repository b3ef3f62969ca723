using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Assessing;

/// <summary>Asks the session service to move the session to where it stands by what is known. Pure.</summary>
internal static class SessionMoves
{
    public static Turn Judge(Turn turn)
    {
        var session = turn.State.Session!;
        var verdict = SessionVerdict.Of(session, byPullRequests: null, turn.Now, turn.Policy);
        var present = session.Lifecycle.Session;
        if (verdict.State == present.State && verdict.Reason == present.Reason) return turn;
        var request = new TransitionRequest(present.State, verdict.State, verdict.Reason);
        var wish = $"{turn.State.SessionVersion} {request}";
        return wish == turn.State.AskedMove
            ? turn
            : (turn with { State = turn.State with { AskedMove = wish } }).With(new MoveSession(request));
    }

    /// <summary>When the session has to be looked at again, although nothing was heard; null: never.</summary>
    public static DateTimeOffset? WakeAt(Turn turn) => turn.State.Session switch
    {
        null or { Lifecycle.IsTerminal: true } => null,
        { Lifecycle.Runtime.State: RuntimeState.Exited or RuntimeState.Missing } lost => Loss.OverAt(lost, turn.Policy.Lifecycle),
        { Lifecycle: { Runtime.State: RuntimeState.ProbeFailed, Session.State: SessionState.Detecting } } unseen => Doubt.OverAt(unseen).AddTicks(1),
        { Lifecycle: { Runtime.State: RuntimeState.Alive, Session.State: SessionState.Working }, Kind: SessionKind.Worker } silent =>
            Silence.TooLongAt(silent, turn.Policy),
        _ => null,
    };
}
