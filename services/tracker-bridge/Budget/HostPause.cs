namespace Athene.TrackerBridge.Budget;

/// <summary>A time in which a host is left alone.</summary>
/// <param name="Reason">Why, for people.</param>
/// <param name="IsForEverybody">Nobody may ask; else only those who watch must wait.</param>
public sealed record HostPause(DateTimeOffset Until, string Reason, bool IsForEverybody);
