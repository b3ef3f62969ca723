using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>The agent or its terminal is gone for good, and nobody ended it.</summary>
internal sealed class AgentExited : Reaction
{
    public override string Key => ReactionKeys.AgentExited;

    public override bool IsRenewedByNews => true;

    public override IEnumerable<Condition> Observe(Turn turn) => turn.State.Session?.Lifecycle.Session is
        { State: SessionState.Terminated, Reason: SessionReason.RuntimeLost or SessionReason.AgentProcessExited } ended
        ? [new Condition(Key, "", Standing.Holds) { Items = [ended.LastTransitionAt.ToString("O", CultureInfo.InvariantCulture)] }]
        : [];

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var session = turn.State.Session!;
        var code = session.Lifecycle.Runtime.ExitCode is { } exitCode ? $" with exit code {exitCode}" : "";
        return new Notice(
            "session.killed", NotificationPriority.Urgent, $"{session.Id}: the agent is gone",
            $"{SessionWords.Work(session)} It ended{code} without reporting its work complete: athene output {session.Id}, athene restore {session.Id}");
    }
}
