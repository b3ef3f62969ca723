using Athene.Contracts.Events;

namespace Athene.TrackerBridge.Watching;

/// <summary>
/// The live workers, as the session service tells them: all at once at the start and now and then, and each change as it happens, in whatever order and
/// however often events come.
/// </summary>
public sealed class WatchList
{
    private readonly Lock gate = new();
    private Dictionary<string, Entry> entries = [];
    private long changes;

    public IReadOnlyList<WatchedSession> Sessions
    {
        get
        {
            lock (gate) return [.. entries.Values.Select(entry => entry.Session).OfType<WatchedSession>()];
        }
    }

    /// <summary>To be taken before sessions are listed: what is noted after it is newer than the list.</summary>
    public long Mark()
    {
        lock (gate) return changes;
    }

    /// <summary>Takes a list of all sessions in. Those that have left it are forgotten, and so is that they ever were.</summary>
    public void Replace(IEnumerable<WatchedSession> listed, long mark)
    {
        lock (gate)
        {
            var next = listed.ToDictionary(session => session.Id, session => new Entry(session, entries.GetValueOrDefault(session.Id)?.EventId ?? 0, 0));
            foreach (var (id, entry) in entries.Where(known => known.Value.Change > mark)) next[id] = entry;
            entries = next;
        }
    }

    /// <summary>Takes an event in. False: it says nothing new of what is watched.</summary>
    public bool Note(SessionEvent happened)
    {
        if (happened.Event.SessionId is not { } id) return false;
        var session = happened.Session is null ? null : WatchedSession.Of(happened.Session);
        lock (gate)
        {
            var known = entries.GetValueOrDefault(id);
            if (known is not null && known.EventId >= happened.Event.Id) return false;
            // An ended session leaves its event behind until the next list, so that an older event does not bring it back.
            entries[id] = new Entry(session, happened.Event.Id, ++changes);
            return !Equals(known?.Session, session);
        }
    }

    private sealed record Entry(WatchedSession? Session, long EventId, long Change);
}
