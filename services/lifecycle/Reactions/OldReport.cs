using System.Globalization;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>The agent has said nothing of itself for long, and is not waiting for anybody (spec lifecycle.md §15).</summary>
internal sealed class OldReport : Reaction
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);
    private static readonly string[] RestingWords = ["waiting", "needs_input", "completed"];

    public override string Key => ReactionKeys.StaleReport;

    public override string TriggerKind => "report_watcher.triggered";

    public override IEnumerable<Condition> Observe(Turn turn) => OverdueAt(turn) <= turn.Now
        ? [new Condition(Key, "", Standing.Holds) { Items = [turn.State.Report!.Version.ToString(CultureInfo.InvariantCulture)] }]
        : [];

    public override Notice NoticeOf(Turn turn, Condition condition) => new(
        "report.stale", NotificationPriority.Info, $"{turn.State.SessionId} has not reported for long",
        string.Create(CultureInfo.InvariantCulture, $"{SessionWords.Work(turn.State.Session!)} Its agent said \"{turn.State.Report!.Word}\" at {turn.State.Report.At:HH:mm} UTC."));

    public override DateTimeOffset? ChangesAt(Turn turn) => OverdueAt(turn);

    private DateTimeOffset? OverdueAt(Turn turn) =>
        turn.State is { Report: { } report, Session: { Kind: SessionKind.Worker, Paused: null, Lifecycle.IsTerminal: false } session } && !RestingWords.Contains(report.Word)
            ? (session.ResumedAt > report.At ? session.ResumedAt : report.At) + (turn.Policy.Rule(Key)?.Threshold ?? Usual)
            : null;
}
