namespace Athene.TrackerBridge.Watching;

/// <summary>A pull request that a session says it owns.</summary>
/// <param name="Repo"><c>owner/name</c>; empty: its address does not say, so it is the project's.</param>
/// <param name="IsSettled">It is merged or closed, as far as the session knows.</param>
public sealed record WatchedPullRequest(string Repo, int Number, bool IsSettled);
