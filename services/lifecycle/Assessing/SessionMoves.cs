using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Assessing;

/// <summary>Asks the session service to move the session, and its pull requests, to where they stand by what is known. Pure.</summary>
internal static class SessionMoves
{
    public static Turn Judge(Turn turn)
    {
        var session = turn.State.Session!;
        var assessment = PullRequestAssessing.Of(turn.State);
        var verdict = SessionVerdict.Of(session, assessment?.Session, turn.Now, turn.Policy);
        var findings = Findings.Of(turn.State, assessment, turn.Now);
        var present = session.Lifecycle.Session;
        if (verdict.State == present.State && verdict.Reason == present.Reason && findings is null) return turn;

        var wish = WishOf(turn.State.SessionVersion, verdict, findings);
        if (wish == turn.State.AskedMove) return turn;
        var request = new TransitionRequest(present.State, verdict.State, verdict.Reason) { PullRequests = findings };
        return (turn with { State = turn.State with { AskedMove = wish } }).With(new MoveSession(request));
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

    private static string WishOf(long version, Verdict verdict, PullRequestFindings? findings)
    {
        var prs = string.Join(' ', (findings?.Prs ?? []).Select(pr => $"{pr.Url} {pr.State} {pr.HeadSha}"));
        return string.Create(CultureInfo.InvariantCulture, $"{version} {verdict.State} {verdict.Reason} {findings?.State} {findings?.Reason} {prs}");
    }
}
