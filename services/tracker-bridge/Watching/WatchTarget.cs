using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.Watching;

/// <summary>One thing to read at a host again and again: a pull request by its number, or whichever comes from a branch.</summary>
public sealed record WatchTarget(string Provider, PullRequestQuery Query)
{
    public WatchedHost Host => new(Provider, Query.ApiUrl);
}
