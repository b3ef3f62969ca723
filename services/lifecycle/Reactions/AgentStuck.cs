using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>The agent does nothing although it should, or cannot be seen.</summary>
internal sealed class AgentStuck : Reaction
{
    public override string Key => ReactionKeys.AgentStuck;

    public override bool IsRenewedByNews => true;

    public override IEnumerable<Condition> Observe(Turn turn) => turn.State.Session is { Lifecycle.Session: { State: SessionState.Stuck } stuck }
        ? [new Condition(Key, "", Standing.Holds) { Items = [stuck.LastTransitionAt.ToString("O", CultureInfo.InvariantCulture)] }]
        : [];

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var session = turn.State.Session!;
        return new Notice(
            "session.stuck", NotificationPriority.Urgent, $"{session.Id} is stuck", $"{SessionWords.Work(session)} {Why(session)} athene attach {session.Id}");
    }

    protected override Effect MessageOf(Turn turn, Condition news, ReactionRule rule) =>
        new TellAgent(rule.Message ?? "You have done nothing for a while. If something keeps you from going on, say what with: athene report needs_input --note \"…\"");

    private static string Why(SessionDocument session) => session switch
    {
        { Lifecycle.Runtime.State: RuntimeState.ProbeFailed } => "Athene cannot see its terminal:",
        { Activity: Activity.Blocked } => $"Its agent met an error{Detail(session)}:",
        _ => "Its agent has been silent for too long:",
    };

    private static string Detail(SessionDocument session) => session.ActivityEvidence?.Detail is { } detail ? $" ({detail})" : "";
}
