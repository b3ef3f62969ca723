using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Notices;

namespace Athene.Lifecycle.Reactions;

/// <summary>What Athene does about something that holds: acts on what is new, and tells a person when acting did not help. Pure.</summary>
internal static class Response
{
    /// <param name="known">The incident so far; null: this is its first sign.</param>
    public static Turn Of(Turn turn, Reaction reaction, ReactionRule rule, Condition condition, Incident? known)
    {
        var incident = (known ?? new Incident(condition.Id, condition.Key, turn.Now)) with { OverSince = null };
        var news = condition with { Items = condition.Items.Except(incident.Told) };
        if (!news.Items.IsEmpty)
        {
            if (known is not null && reaction.IsRenewedByNews) incident = new Incident(condition.Id, condition.Key, turn.Now);
            return Act(turn, reaction, rule, news, incident with { Told = condition.Items.Union(incident.Told) });
        }

        var isOverdue = !incident.IsEscalated && turn.Now - incident.Since >= rule.EscalateAfterTime;
        return isOverdue ? Escalation.Of(turn, reaction, rule, condition, incident, Escalation.MaxDuration) : Incidents.Keep(turn, incident);
    }

    private static Turn Act(Turn turn, Reaction reaction, ReactionRule rule, Condition news, Incident incident)
    {
        var isFurther = incident.Attempts == 0 || incident.Round != news.Round;
        incident = incident with { Attempts = incident.Attempts + (isFurther ? 1 : 0), LastAttemptAt = turn.Now, Round = news.Round };
        if (incident.IsEscalated) return Incidents.Keep(turn, incident);
        if (incident.Attempts > rule.Retries) return Escalation.Of(turn, reaction, rule, news, incident, Escalation.MaxRetries);
        if (incident.Attempts > rule.EscalateAfterAttempts) return Escalation.Of(turn, reaction, rule, news, incident, Escalation.MaxAttempts);
        return React(Incidents.Keep(turn, incident), reaction, rule, news);
    }

    // What no agent is told, for whatever reason, a person is.
    private static Turn React(Turn turn, Reaction reaction, ReactionRule rule, Condition news)
    {
        IReadOnlyList<Effect> effects = [.. reaction.ActionOf(turn, news, rule)];
        if (effects.Count == 0) effects = [Tell(turn, reaction, rule, news)];
        if (reaction.TriggerKind is { } kind) effects = [.. effects, new RecordOutcome(kind, "warn", $"{turn.State.SessionId}: {reaction.Key}")];
        return turn.With(effects, reaction.Key);
    }

    private static TellPeople Tell(Turn turn, Reaction reaction, ReactionRule rule, Condition news)
    {
        var notice = reaction.NoticeOf(turn, news);
        if (rule is { Action: ReactionAction.Notify, Message: { } message }) notice = notice with { Body = message };
        return Notifications.Of(turn, notice with { Priority = rule.Priority ?? notice.Priority });
    }
}
