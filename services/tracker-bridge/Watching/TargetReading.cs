using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.Watching;

/// <summary>What became of one target when it was read.</summary>
/// <param name="Found">Null: the host has none, or <paramref name="Problem"/> says why nobody knows.</param>
/// <param name="ChangedAt">When what was found was first seen so.</param>
/// <param name="IsUnchanged">The host says that nothing changed since it was last read, so it was not read.</param>
/// <param name="IsAnswered">The host told: the problem is not its own.</param>
/// <param name="WasNews">It differs from what was known in something that hosts report by webhook.</param>
public sealed record TargetReading(
    WatchTarget Target,
    PullRequestFacts? Found,
    DateTimeOffset? ChangedAt = null,
    bool WasNews = false,
    bool IsUnchanged = false,
    AtheneException? Problem = null,
    bool IsAnswered = false);
