using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Notifications;
using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Completion;

/// <summary>The workers since there was last none that lived, once none lives again. Any that begins or comes back makes another wave. Pure.</summary>
/// <param name="Id">The same for the same wave, whoever sums it up.</param>
public sealed record Wave(string Id, IReadOnlyList<SessionDocument> Sessions)
{
    private const int MostNamed = 20;

    /// <summary>Null: there is none, or it is not over.</summary>
    public static Wave? OverOf(IEnumerable<SessionDocument> sessions)
    {
        List<SessionDocument> workers = [.. sessions.Where(session => session.Kind is SessionKind.Worker)];
        if (workers.Count == 0 || workers.Exists(session => !session.Lifecycle.IsTerminal)) return null;
        var newest = workers.Max(session => session.RestoredAt ?? session.CreatedAt).UtcDateTime;
        return new Wave(newest.ToString("'all-complete-'yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture), Newest(workers));
    }

    // What had ended before any of the others began was summed up then.
    private static List<SessionDocument> Newest(List<SessionDocument> workers)
    {
        List<SessionDocument> newest = [];
        var began = DateTimeOffset.MinValue;
        foreach (var session in workers.OrderByDescending(session => session.Lifecycle.Session.LastTransitionAt))
        {
            if (session.Lifecycle.Session.LastTransitionAt < began) break;
            var since = session.RestoredAt ?? session.CreatedAt;
            began = newest.Count == 0 || since < began ? since : began;
            newest.Add(session);
        }

        return newest;
    }

    /// <summary>How they ended, such as "3 cleanup, 1 killed".</summary>
    public string Counts => string.Join(", ", Sessions
        .GroupBy(session => StatusDerivation.Of(session.Lifecycle))
        .OrderByDescending(group => group.Count())
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}")));

    /// <summary>A line a session, the newest first.</summary>
    public IReadOnlyList<NotificationFact> Lines =>
    [
        .. Sessions.OrderByDescending(session => session.RestoredAt ?? session.CreatedAt).Take(MostNamed).Select(session => new NotificationFact(
            session.Id,
            string.Join(" ", new[] { session.Title ?? session.Issue ?? session.Branch, session.Prs is [var pr, ..] ? pr.Url : null }.OfType<string>()))),
    ];
}
