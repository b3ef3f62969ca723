namespace Athene.Lifecycle.Effects;

/// <summary>Under which kind of event an outcome stands in the history (spec lifecycle.md §19). Pure.</summary>
internal static class OutcomeKinds
{
    public static bool IsEscalation(PendingEffect pending) => pending.Effect is TellPeople { Notification.Type: "reaction.escalated" };

    public static string Of(PendingEffect pending, Outcome outcome) => (pending.Effect, outcome) switch
    {
        (EndSession, EffectDone) => "session.auto_cleanup_completed",
        (EndSession, EffectSkipped or EffectRefused) => "session.auto_cleanup_deferred",
        (EndSession, _) => "session.auto_cleanup_failed",
        (_, EffectDone) when IsEscalation(pending) => "reaction.escalated",
        (_, EffectDone) => "reaction.action_succeeded",
        (_, EffectSkipped) => "reaction.action_skipped",
        (TellAgent or TellAgentOfFailures, _) => "reaction.send_to_agent_failed",
        _ => "reaction.action_failed",
    };
}
