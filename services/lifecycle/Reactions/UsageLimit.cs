using System.Globalization;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>The limit of the agent's plan is reached (users-ask.md P8). A person is told once; the action <c>resume</c> also goes on when it ends.</summary>
internal sealed class UsageLimit : Reaction
{
    public override string Key => ReactionKeys.UsageLimit;

    public override bool IsRenewedByNews => true;

    public override IEnumerable<Condition> Observe(Turn turn) => turn.State.Session?.Paused is { Reason: PauseReason.UsageLimit } pause
        ? [new Condition(Key, "", Standing.Holds) { Items = [pause.Id] }]
        : [];

    public override Notice NoticeOf(Turn turn, Condition condition)
    {
        var session = turn.State.Session!;
        var pause = session.Paused!;
        return new Notice(
            "session.usage_limit", NotificationPriority.Action, $"{session.Id} is paused: the limit of its plan",
            $"{SessionWords.Work(session)} The agent says: {pause.Detail}. {Outlook(pause, turn.Policy, session.Id)}");
    }

    private static string Outlook(SessionPause pause, Policy policy, string sessionId)
    {
        var when = pause.Until is { } until ? string.Create(CultureInfo.InvariantCulture, $"It ends at {until.LocalDateTime:yyyy-MM-dd HH:mm}.") : "It does not say until when.";
        return pause.Until is not null && policy.ResumesAfterLimit
            ? $"{when} The session goes on by itself then."
            : $"{when} To go on: athene resume {sessionId} --message continue";
    }
}
