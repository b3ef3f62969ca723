namespace Athene.Contracts.Sessions;

/// <summary>Tokens of a conversation so far, each counted once: <paramref name="Input"/> holds neither what was read from the cache nor what was written to it.</summary>
public sealed record TokenUsageDocument(long Input, long Output, long CacheRead, long CacheWrite);
