namespace Athene.Contracts.Hosts;

/// <summary>How much a host still answers until its count begins anew.</summary>
/// <param name="Pool">What is counted, as the host names it: <c>core</c> and <c>graphql</c> are counted apart.</param>
/// <param name="Limit">Requests, or points, in one period.</param>
/// <param name="Reserve">How much of the limit supervision leaves to people.</param>
public sealed record HostAllowance(string Pool, int Limit, int Remaining, int Reserve, DateTimeOffset ResetsAt);
