using Athene.Contracts.Lifecycle;

namespace Athene.Session.PullRequests;

/// <summary>The statuses that speak of a pull request in work (spec sessions.md §11.1). Pure.</summary>
public static class PrTracking
{
    public static bool Is(LifecycleDocument lifecycle) => StatusDerivation.Of(lifecycle) is SessionStatus.PrOpen
        or SessionStatus.CiFailed
        or SessionStatus.ReviewPending
        or SessionStatus.ChangesRequested
        or SessionStatus.Approved
        or SessionStatus.Mergeable;
}
