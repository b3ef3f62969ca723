namespace Athene.Session.Pauses;

/// <summary>An agent says that the limit of its plan is reached.</summary>
/// <param name="Since">When it said so.</param>
/// <param name="Until">When it may go on; null when it does not say, or not in words that are understood.</param>
public sealed record UsageLimit(DateTimeOffset Since, DateTimeOffset? Until, string Detail);
