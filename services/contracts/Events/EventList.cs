namespace Athene.Contracts.Events;

/// <summary>A stretch of history, oldest first.</summary>
public sealed record EventList(IReadOnlyList<EventDocument> Data);
