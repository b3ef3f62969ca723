namespace Athene.Lifecycle.Cleaning;

/// <summary>A session whose work is merged and whose workspace is to go.</summary>
/// <param name="Since">When that was first known.</param>
/// <param name="AskedFor">The quiet moment of the agent for which its end was asked; null: not asked yet.</param>
/// <param name="AskedAt">When it was asked.</param>
public sealed record CleanupWatch(DateTimeOffset Since, string? AskedFor = null, DateTimeOffset? AskedAt = null);
