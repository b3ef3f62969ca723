namespace Athene.Lifecycle.Facts;

/// <summary>What an agent said of itself.</summary>
/// <param name="Version">The event of the history that told it.</param>
/// <param name="Word">Such as <c>needs_input</c> (spec lifecycle.md §14).</param>
public sealed record ReportFact(long Version, string Word, DateTimeOffset At);
