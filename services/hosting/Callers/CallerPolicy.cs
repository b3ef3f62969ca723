namespace Athene.Hosting.Callers;

/// <summary>Which callers an endpoint accepts. Without a policy: the owner and the sidecar.</summary>
/// <param name="Anyone">Also callers without any token.</param>
/// <param name="SessionRouteValue">Also an agent, where this route value is its own session's id.</param>
public sealed record CallerPolicy(bool Anyone = false, string? SessionRouteValue = null)
{
    public static CallerPolicy OwnerOrSidecar { get; } = new();
}
