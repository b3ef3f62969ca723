using Athene.Contracts.Events;
using Athene.Session.Records;

namespace Athene.Session.History;

/// <summary>Reads the history. Work grows with what is asked for, not with what is kept.</summary>
public sealed class HistoryReader(IDocuments documents)
{
    /// <summary>The most events one answer holds.</summary>
    public const int MostEvents = 1000;

    /// <summary>The newest events that fit the query, oldest first.</summary>
    public async Task<IReadOnlyList<EventDocument>> ReadAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        var pages = query.SessionId is { } sessionId
            ? await PagesOfAsync(sessionId, cancellationToken)
            : await NewestPagesAsync(cancellationToken);
        var events = await ReadPagesAsync(pages, cancellationToken);
        return [.. events.Where(query.Matches).TakeLast(MostEvents)];
    }

    /// <summary>All events after <paramref name="lastId"/>, in order; one that is older than the history begins with what is kept.</summary>
    public async Task<IReadOnlyList<EventDocument>> ReadAfterAsync(long lastId, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(cancellationToken);
        if (head.LastId <= lastId) return [];
        var first = Math.Max(head.FirstPage, HistoryHead.PageOf(lastId + 1));
        var events = await ReadPagesAsync(Range(first, HistoryHead.PageOf(head.LastId)), cancellationToken);
        return [.. events.Where(happened => happened.Id > lastId)];
    }

    public async Task<HistoryHead> HeadAsync(CancellationToken cancellationToken) =>
        await LoadAsync<HistoryHead>(RecordKeys.HistoryHead, cancellationToken) ?? HistoryHead.Empty;

    private async Task<IReadOnlyList<long>> PagesOfAsync(string sessionId, CancellationToken cancellationToken)
    {
        return await LoadAsync<SessionHistory>(RecordKeys.SessionHistory(sessionId), cancellationToken) is { } own
            ? [.. own.Ids.Select(HistoryHead.PageOf).Distinct()]
            : await NewestPagesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<long>> NewestPagesAsync(CancellationToken cancellationToken)
    {
        var head = await HeadAsync(cancellationToken);
        if (head.LastId == 0) return [];
        var last = HistoryHead.PageOf(head.LastId);
        return Range(Math.Max(head.FirstPage, last - (MostEvents / HistoryHead.PageSize)), last);
    }

    private async Task<IReadOnlyList<EventDocument>> ReadPagesAsync(IReadOnlyList<long> pages, CancellationToken cancellationToken)
    {
        var stored = await documents.ReadAsync([.. pages.Select(RecordKeys.HistoryPage)], cancellationToken);
        return [.. stored
            .Select(document => document.As<HistoryPage>().Value)
            .OfType<HistoryPage>()
            .SelectMany(page => page.Events)];
    }

    private async Task<T?> LoadAsync<T>(string key, CancellationToken cancellationToken)
        where T : class
    {
        var stored = (await documents.ReadAsync([key], cancellationToken))[0];
        return stored.As<T>().Value;
    }

    private static List<long> Range(long first, long last)
    {
        var pages = new List<long>();
        for (var page = first; page <= last; page++) pages.Add(page);
        return pages;
    }
}
