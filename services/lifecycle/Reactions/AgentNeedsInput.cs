using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>The agent waits for a person. Another question is told again.</summary>
internal sealed class AgentNeedsInput : Reaction
{
    public override string Key => ReactionKeys.AgentNeedsInput;

    public override bool IsRenewedByNews => true;

    public override IEnumerable<Condition> Observe(Turn turn) => turn.State.Session is { Lifecycle.Session.State: SessionState.NeedsInput } session
        ? [new Condition(Key, "", Standing.Holds) { Items = [ItemOf(session)] }]
        : [];

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var session = turn.State.Session!;
        var question = Question(session) is { } words ? $" It asks: {words}" : "";
        return new Notice(
            "session.needs_input", NotificationPriority.Urgent, $"{session.Id} needs input",
            $"{SessionWords.Work(session)} The agent waits for an answer: athene attach {session.Id}{question}");
    }

    private static string ItemOf(SessionDocument session) =>
        string.Create(CultureInfo.InvariantCulture, $"{session.Lifecycle.Session.LastTransitionAt:O} {Question(session)}");

    private static string? Question(SessionDocument session) =>
        session.Activity is Activity.WaitingInput ? session.ActivityEvidence?.Detail : null;
}
