using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>The agent has stopped in the middle of its task without saying why: no pull request, no report, no question.</summary>
internal sealed class AgentIdle : Reaction
{
    public override string Key => ReactionKeys.AgentIdle;

    public override TimeSpan SettleTime(Policy policy) => policy.Lifecycle.SettleTime;

    public override IEnumerable<Condition> Observe(Turn turn) => turn.State.Session is { } session && HasTask(session)
        ? [new Condition(Key, "", StandingOf(session)) { Items = [ItemOf(session)], Round = ItemOf(session) }]
        : [];

    public override Notice NoticeOf(Turn turn, Condition condition) => new(
        "session.idle", NotificationPriority.Info, $"{turn.State.SessionId} is idle",
        $"{SessionWords.Work(turn.State.Session!)} Its agent stopped without a pull request, a report or a question: athene output {turn.State.SessionId}");

    protected override Effect MessageOf(Turn turn, Condition news, ReactionRule rule) => new TellAgent(
        rule.Message
        ?? "You have stopped, and your task has neither a pull request nor a report. Go on with it; if it is done, open the pull request and report it "
        + "(athene report pr_created --pr URL, or athene report completed); if you need a person, say so: athene report needs_input --note \"…\"");

    private static bool HasTask(SessionDocument session) =>
        session is { Kind: SessionKind.Worker, Prs.Count: 0, Paused: null, Lifecycle: { Session.State: SessionState.Working, Runtime.State: RuntimeState.Alive } }
        && (session.Issue is not null || session.TaskAcceptedAt is not null);

    private static Standing StandingOf(SessionDocument session) =>
        session is { Activity: Activity.Idle, ActivityEvidence: not null } ? Standing.Holds : Standing.Over;

    private static string ItemOf(SessionDocument session) =>
        session.ActivityEvidence?.At.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
