using System.Globalization;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>The last thing that the agent said of itself is that it needs a person (spec lifecycle.md §15).</summary>
internal sealed class NeedsInputReported : Reaction
{
    public override string Key => ReactionKeys.ReportNeedsInput;

    public override string TriggerKind => "report_watcher.triggered";

    public override IEnumerable<Condition> Observe(Turn turn) =>
        turn.State is { Report: { Word: "needs_input" } report, Session: { Kind: SessionKind.Worker, Lifecycle.IsTerminal: false } }
            ? [new Condition(Key, "", Standing.Holds) { Items = [report.Version.ToString(CultureInfo.InvariantCulture)] }]
            : [];

    public override Notice NoticeOf(Turn turn, Condition condition) => new(
        "report.needs_input", NotificationPriority.Urgent, $"{turn.State.SessionId} says that it needs input",
        $"{SessionWords.Work(turn.State.Session!)} athene attach {turn.State.SessionId}");
}
