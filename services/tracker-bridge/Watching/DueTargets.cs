namespace Athene.TrackerBridge.Watching;

/// <summary>Targets of one host that are read in one go.</summary>
/// <param name="LastHint">The number of the last hint that the reading may follow.</param>
public sealed record DueTargets(WatchedHost Host, IReadOnlyList<WatchTarget> Targets, DateTimeOffset TakenAt, long LastHint);
