using System.Text.Json;
using Athene.Contracts.Events;
using Athene.Contracts.Json;
using Athene.Hosting.Secrecy;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.History;

/// <summary>Gives events their place in the history and stores them in one transaction with the change that they are about.</summary>
public sealed class EventWriter(IDocuments documents, EventFeed feed, OutgoingEvents outgoing)
{
    // Only a guess of what the next append will need, so that it can be read together with the records.
    private long lastIdSeen;

    /// <summary>The documents that the next append will probably need.</summary>
    public IReadOnlyList<string> Wanted(string? sessionId)
    {
        var page = RecordKeys.HistoryPage(HistoryHead.PageOf(Interlocked.Read(ref lastIdSeen) + 1));
        return sessionId is null ? [RecordKeys.HistoryHead, page] : [RecordKeys.HistoryHead, page, RecordKeys.SessionHistory(sessionId)];
    }

    /// <param name="read">Documents that were read just now; what is missing among them is read here.</param>
    /// <returns>False when somebody else wrote in between; nothing is stored then.</returns>
    public async Task<bool> AppendAsync(
        LedgerDraft draft, IReadOnlyList<DocumentWrite> changes, IReadOnlyDictionary<string, StoredDocument> read, CancellationToken cancellationToken)
    {
        if (draft.Happenings.Count == 0)
            return changes.Count == 0 || await documents.TryWriteAsync(changes, cancellationToken);

        var head = await LoadAsync<HistoryHead>(RecordKeys.HistoryHead, read, cancellationToken);
        var before = head.Value ?? HistoryHead.Empty;
        IReadOnlyList<EventDocument> added = [.. draft.Happenings.Select((happening, offset) => Place(happening, before.LastId + 1 + offset, draft.Now))];

        var writes = new List<DocumentWrite>(changes);
        var after = await AddPagesAsync(writes, before, added, read, cancellationToken);
        await AddToSessionsAsync(writes, added, read, cancellationToken);
        writes.Add(Upsert(RecordKeys.HistoryHead, after, head.ETag));
        var unread = await ReadTheUnreadAsync(draft, added, read, cancellationToken);
        if (!await documents.TryWriteAsync(writes, cancellationToken)) return false;

        Interlocked.Exchange(ref lastIdSeen, after.LastId);
        feed.Announce(added);
        foreach (var happened in added)
        {
            var session = draft.Find(happened.SessionId) ?? unread.GetValueOrDefault(happened.SessionId ?? "");
            outgoing.Enqueue(happened, session is null ? null : SessionView.Of(session));
        }

        return true;
    }

    // To subscribers, an event of a session that comes without it says that the session is gone: that must never come of a change that did not read it.
    private async Task<Dictionary<string, SessionRecord>> ReadTheUnreadAsync(
        LedgerDraft draft, IReadOnlyList<EventDocument> added, IReadOnlyDictionary<string, StoredDocument> read, CancellationToken cancellationToken)
    {
        var keys = added
            .Where(happened => happened.SessionId is not null && EventKinds.PublishedAs(happened.Kind) is not null && draft.Find(happened.SessionId) is null)
            .Select(happened => RecordKeys.Session(happened.SessionId!))
            .Distinct()
            .Where(key => !read.ContainsKey(key))
            .ToList();
        if (keys.Count == 0) return [];
        var stored = await documents.ReadAsync(keys, cancellationToken);
        return stored.Select(document => document.As<SessionRecord>().Value).OfType<SessionRecord>().ToDictionary(session => session.Id);
    }

    private static EventDocument Place(Happening happening, long id, DateTimeOffset now) => new(
        id, now, happening.Kind, happening.Level, happening.ProjectId, happening.SessionId, OneLine.Of(Redaction.Apply(happening.Summary)),
        happening.Data is null ? null : Redaction.Apply(happening.Data));

    private async Task<HistoryHead> AddPagesAsync(
        List<DocumentWrite> writes,
        HistoryHead before,
        IReadOnlyList<EventDocument> added,
        IReadOnlyDictionary<string, StoredDocument> read,
        CancellationToken cancellationToken)
    {
        foreach (var group in added.GroupBy(happened => HistoryHead.PageOf(happened.Id)))
        {
            var page = await LoadAsync<HistoryPage>(RecordKeys.HistoryPage(group.Key), read, cancellationToken);
            writes.Add(Upsert(page.Key, new HistoryPage([.. (page.Value ?? HistoryPage.Empty).Events, .. group]), page.ETag));
        }

        var lastId = added[^1].Id;
        var firstPage = Math.Max(before.FirstPage, HistoryHead.PageOf(lastId) - HistoryHead.PagesKept + 1);
        for (var page = before.FirstPage; page < firstPage; page++) writes.Add(new DocumentWrite(RecordKeys.HistoryPage(page), null, null));
        return new HistoryHead(lastId, firstPage);
    }

    private async Task AddToSessionsAsync(
        List<DocumentWrite> writes, IReadOnlyList<EventDocument> added, IReadOnlyDictionary<string, StoredDocument> read, CancellationToken cancellationToken)
    {
        foreach (var group in added.Where(happened => happened.SessionId is not null).GroupBy(happened => happened.SessionId!))
        {
            // A session that is being forgotten: its last events are found among the newest of all.
            if (writes.Exists(write => write.Json is null && write.Key == RecordKeys.SessionHistory(group.Key))) continue;
            var own = await LoadAsync<SessionHistory>(RecordKeys.SessionHistory(group.Key), read, cancellationToken);
            writes.Add(Upsert(own.Key, (own.Value ?? SessionHistory.Empty).With(group.Select(happened => happened.Id)), own.ETag));
        }
    }

    private async Task<Loaded<T>> LoadAsync<T>(
        string key, IReadOnlyDictionary<string, StoredDocument> read, CancellationToken cancellationToken)
        where T : class =>
        (read.TryGetValue(key, out var stored) ? stored : (await documents.ReadAsync([key], cancellationToken))[0]).As<T>();

    private static DocumentWrite Upsert<T>(string key, T value, string etag) =>
        new(key, JsonSerializer.SerializeToUtf8Bytes(value, AtheneJson.Options), etag);
}
