namespace Athene.TrackerBridge.PullRequests;

/// <summary>A pull request as a probe saw it: to be given back to <see cref="IChangeProbe.Commit"/> once it was read.</summary>
/// <param name="Fingerprint">What stands for its state; null when the host would not tell.</param>
public sealed record ChangeMark(PullRequestQuery Query, string? Fingerprint);
