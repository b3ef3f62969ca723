namespace Athene.Hosting.Callers;

/// <summary>Accepts also callers without any token. Without it an endpoint takes the owner, the sidecar, and agents by <see cref="SessionGrant"/>.</summary>
public sealed record CallerPolicy(bool Anyone);
