namespace Athene.TrackerBridge.Watching;

/// <summary>One host of pull requests: what is asked of it together, and paced together.</summary>
/// <param name="ApiUrl">Where its API is, when not at its usual place.</param>
public sealed record WatchedHost(string Provider, string? ApiUrl);
