namespace Athene.TrackerBridge.Watching;

/// <summary>Targets of one host that are read in one go.</summary>
/// <param name="Certain">Those of them that must be read in any case: a hint names them, or they were never read.</param>
/// <param name="LastHint">The number of the last hint that the reading may follow.</param>
public sealed record DueTargets(WatchedHost Host, IReadOnlyList<WatchTarget> Targets, IReadOnlySet<WatchTarget> Certain, DateTimeOffset TakenAt, long LastHint);
