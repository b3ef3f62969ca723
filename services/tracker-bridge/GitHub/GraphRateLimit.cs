namespace Athene.TrackerBridge.GitHub;

/// <summary>What GraphQL says of its own limit.</summary>
internal sealed record GraphRateLimit(int Limit, int Remaining, DateTimeOffset ResetAt);
