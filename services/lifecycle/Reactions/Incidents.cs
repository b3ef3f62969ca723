using Athene.Contracts.PullRequests;
using Athene.Lifecycle.Decisions;

namespace Athene.Lifecycle.Reactions;

/// <summary>Opens, continues and ends incidents as what Athene reacts to comes and goes, and reacts (spec lifecycle.md §10). Pure.</summary>
public static class Incidents
{
    /// <summary>Everything that Athene reacts to.</summary>
    public static IReadOnlyList<Reaction> Reactions { get; } = 
    [
        new FailingChecks(),
        new ChangesRequested(),
        new BotComments(),
        new OutsideRemarks(),
        new MergeConflicts(),
        new PullRequestClosed(),
        new ReadyToMerge(),
        new AgentIdle(),
        new AgentNeedsInput(),
        new AgentStuck(),
        new AgentExited(),
        new UsageLimit(),
        new NeedsInputReported(),
        new NothingReported(),
        new OldReport(),
    ];

    public static Turn Judge(Turn turn) => Reactions.Aggregate(turn, Judge);

    /// <summary>When incidents have to be looked at again, although nothing was heard; some may be past, and null is never.</summary>
    public static IEnumerable<DateTimeOffset?> WakeTimes(Turn turn) => Reactions.SelectMany(reaction => WakeTimes(turn, reaction));

    private static Turn Judge(Turn turn, Reaction reaction)
    {
        if (turn.Policy.Rule(reaction.Key) is not { } rule) return turn;
        var conditions = reaction.Observe(turn).ToDictionary(condition => condition.Id);
        turn = turn.State.Incidents.Values
            .Where(incident => incident.Key == reaction.Key && !conditions.ContainsKey(incident.Id))
            .Aggregate(turn, (before, incident) => Rests(before, reaction, incident)
                ? Keep(before, incident with { OverSince = null, Told = [] })
                : Forget(before, incident.Id));
        return conditions.Values.Aggregate(turn, (before, condition) => Judge(before, reaction, rule, condition));
    }

    private static Turn Judge(Turn turn, Reaction reaction, ReactionRule rule, Condition condition)
    {
        var incident = turn.State.Incidents.GetValueOrDefault(condition.Id);
        return condition.Standing switch
        {
            Standing.Holds => Response.Of(turn, reaction, rule, condition, incident),
            Standing.Undecided => incident is { OverSince: not null } ? Keep(turn, incident with { OverSince = null }) : turn,
            Standing.Over => incident is null ? turn : End(turn, incident, reaction.SettleTime(turn.Policy)),
            Standing.Gone => Forget(turn, condition.Id),
        };
    }

    // What was said is said again when it comes back, even before it has counted as over.
    private static Turn End(Turn turn, Incident incident, TimeSpan settleTime)
    {
        var since = incident.OverSince ?? turn.Now;
        return turn.Now - since >= settleTime
            ? Forget(turn, incident.Id)
            : Keep(turn, incident with { OverSince = since, Told = [], Round = "" });
    }

    private static IEnumerable<DateTimeOffset?> WakeTimes(Turn turn, Reaction reaction)
    {
        if (turn.Policy.Rule(reaction.Key) is not { } rule) return [];
        return turn.State.Incidents.Values
            .Where(incident => incident.Key == reaction.Key && !Rests(turn, reaction, incident))
            .Select(incident => WakeAt(turn, reaction, rule, incident))
            .Append(reaction.ChangesAt(turn));
    }

    private static DateTimeOffset? WakeAt(Turn turn, Reaction reaction, ReactionRule rule, Incident incident)
    {
        if (incident.OverSince is { } since) return since + reaction.SettleTime(turn.Policy);
        return incident.IsEscalated ? null : incident.Since + rule.EscalateAfterTime;
    }

    // Whoever restores the session gives it no fresh patience, but its agent is told again.
    private static bool Rests(Turn turn, Reaction reaction, Incident incident) =>
        reaction.OutlastsSession
        && turn.State.Session is { Lifecycle.IsTerminal: true } session
        && session.Prs.Any(pr => Condition.IdOf(incident.Key, PullRequestUrl.KeyOf(pr.Url)) == incident.Id);

    internal static Turn Keep(Turn turn, Incident incident) => turn.State.Incidents.GetValueOrDefault(incident.Id) == incident
        ? turn
        : turn with { State = turn.State with { Incidents = turn.State.Incidents.SetItem(incident.Id, incident) } };

    private static Turn Forget(Turn turn, string id) => turn with { State = turn.State with { Incidents = turn.State.Incidents.Remove(id) } };
}
