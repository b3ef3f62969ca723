namespace Athene.Configuration.Notifiers;

/// <summary>Hours in which a notifier keeps still; what it was to tell waits until they end.</summary>
/// <param name="From">Their begin, by the clock of <paramref name="TimeZone"/>.</param>
/// <param name="To">Their end; not after <paramref name="From"/> means on the next day.</param>
/// <param name="Days">The days on which they begin.</param>
/// <param name="UrgentPasses">Whether what is urgent is told at once all the same.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, TimeZoneInfo TimeZone, IReadOnlySet<DayOfWeek> Days, bool UrgentPasses);
