namespace Athene.Session.History;

/// <summary>How far the history has got: the id of its last event, and the first page that is still kept.</summary>
public sealed record HistoryHead(long LastId, long FirstPage)
{
    /// <summary>Events on one page; small, since a page is rewritten with every event.</summary>
    public const int PageSize = 32;

    /// <summary>Pages kept: older ones are removed as new ones begin, so that the history does not grow for ever.</summary>
    public const int PagesKept = 1000;

    public static HistoryHead Empty { get; } = new(0, 0);

    public static long PageOf(long eventId) => (eventId - 1) / PageSize;
}
