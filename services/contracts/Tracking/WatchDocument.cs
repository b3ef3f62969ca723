namespace Athene.Contracts.Tracking;

/// <summary>What the tracker bridge watches at hosts.</summary>
/// <param name="Repositories">Those whose host has reported changes by webhook.</param>
public sealed record WatchDocument(
    IReadOnlyList<WatchedHostDocument> Hosts, IReadOnlyList<WatchedRepositoryDocument> Repositories, IReadOnlyList<WatchedSessionDocument> Sessions);
