using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.Records;

namespace Athene.Session.PullRequests;

/// <summary>
/// Pull requests that two sessions hold, which no operation makes any more but old records have (spec sessions.md §11.1, acceptance case 40). Pure.
/// </summary>
public static class DuplicateOwners
{
    /// <summary>Every worker that must give up a pull request, as it is after that; empty when each pull request has one owner.</summary>
    public static IReadOnlyList<SessionRecord> Repair(IEnumerable<SessionRecord> sessions, DateTimeOffset now)
    {
        var repaired = new Dictionary<string, SessionRecord>();
        var held = sessions
            .Where(session => session.Kind is SessionKind.Worker)
            .SelectMany(session => session.Prs.Select(pr => (Session: session, pr.Url, Key: PullRequestUrl.KeyOf(pr.Url))))
            .DistinctBy(entry => (entry.Session.Id, entry.Key));
        foreach (var rivals in held.GroupBy(entry => entry.Key).Where(group => group.Skip(1).Any()))
        {
            foreach (var loser in rivals.OrderByDescending(entry => entry.Session, ByRight).Skip(1))
                repaired[loser.Session.Id] = PrList.Displaced(repaired.GetValueOrDefault(loser.Session.Id, loser.Session), loser.Url, now);
        }

        return [.. repaired.Values];
    }

    /// <summary>Who of several keeps it: one that works on it, then the one that changed last, then the youngest.</summary>
    private static readonly Comparer<SessionRecord> ByRight = Comparer<SessionRecord>.Create((one, other) =>
    {
        var byStatus = PrTracking.Is(one.Lifecycle).CompareTo(PrTracking.Is(other.Lifecycle));
        if (byStatus != 0) return byStatus;
        var byChange = ChangedAt(one).CompareTo(ChangedAt(other));
        if (byChange != 0) return byChange;
        var byLength = one.Id.Length.CompareTo(other.Id.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(one.Id, other.Id);
    });

    private static DateTimeOffset ChangedAt(SessionRecord session)
    {
        var transition = session.Lifecycle.Session.LastTransitionAt;
        return transition > session.LastActivityAt ? transition : session.LastActivityAt;
    }
}
