using Athene.Configuration;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching;

/// <summary>How soon a target is read again when no hint comes: the sooner the likelier it is that somebody waits for a change. Pure.</summary>
public static class PollingRules
{
    /// <summary>Never, unless a hint comes.</summary>
    public static readonly TimeSpan Never = TimeSpan.MaxValue;

    /// <summary>A host finds out within seconds whether a pull request could be merged, and tells nobody when it knows.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan SettlingPeriod = TimeSpan.FromMinutes(1);

    /// <summary>Who changed something may change it again.</summary>
    private static readonly TimeSpan BusyPeriod = TimeSpan.FromMinutes(10);

    /// <summary>Checks that have not ended by then may never.</summary>
    private static readonly TimeSpan ChecksPeriod = TimeSpan.FromHours(2);

    /// <summary>What was merged or closed for so long stays so.</summary>
    private static readonly TimeSpan SettledPeriod = TimeSpan.FromDays(1);

    /// <param name="hasWebhooks">The target's repository is seen to report its changes.</param>
    public static TimeSpan IntervalOf(TargetFacts target, bool hasWebhooks, PollingConfiguration polling, DateTimeOffset now)
    {
        var unchanged = now - (target.ChangedAt ?? target.FollowedAt);
        return target.PullRequest switch
        {
            { State: not PullRequestState.Open } => unchanged > SettledPeriod ? Never : polling.Reconcile,
            { Mergeability: Mergeability.Unknown } or { ChecksState: ChecksState.Unknown } when unchanged < SettlingPeriod => Settling,
            _ when hasWebhooks => polling.Reconcile,
            { ChecksState: ChecksState.Pending } when unchanged < ChecksPeriod => polling.Busy,
            _ => unchanged < BusyPeriod ? polling.Busy : polling.Quiet,
        };
    }
}
