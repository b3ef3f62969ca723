using Athene.Contracts.Events;

namespace Athene.Session.History;

/// <summary>A stretch of the history, oldest first.</summary>
public sealed record HistoryPage(IReadOnlyList<EventDocument> Events)
{
    public static HistoryPage Empty { get; } = new([]);
}
