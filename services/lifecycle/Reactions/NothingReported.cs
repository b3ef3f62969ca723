using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>The agent has never said anything of itself (spec lifecycle.md §15).</summary>
internal sealed class NothingReported : Reaction
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    public override string Key => ReactionKeys.NoAcknowledge;

    public override string TriggerKind => "report_watcher.triggered";

    public override IEnumerable<Condition> Observe(Turn turn) => OverdueAt(turn) <= turn.Now ? [new Condition(Key, "", Standing.Holds) { Items = ["never"] }] : [];

    public override Notice NoticeOf(Turn turn, Condition condition) => new(
        "report.no_acknowledge", NotificationPriority.Info, $"{turn.State.SessionId} has not reported",
        $"{SessionWords.Work(turn.State.Session!)} Its agent has said nothing of itself since it began: athene output {turn.State.SessionId}");

    public override DateTimeOffset? ChangesAt(Turn turn) => OverdueAt(turn);

    private DateTimeOffset? OverdueAt(Turn turn) =>
        turn.State is { Report: null, Session: { Kind: SessionKind.Worker, Paused: null, Lifecycle.IsTerminal: false } session }
            ? (session.ResumedAt ?? session.CreatedAt) + (turn.Policy.Rule(Key)?.Threshold ?? Usual)
            : null;
}
