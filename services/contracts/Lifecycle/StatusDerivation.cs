namespace Athene.Contracts.Lifecycle;

/// <summary>Derives the status people see from the lifecycle (spec lifecycle.md §2.1, first row that matches).</summary>
public static class StatusDerivation
{
    public static SessionStatus Of(LifecycleDocument lifecycle) => lifecycle.Session.State switch
    {
        SessionState.NotStarted => SessionStatus.Spawning,
        SessionState.NeedsInput => SessionStatus.NeedsInput,
        SessionState.Stuck => SessionStatus.Stuck,
        SessionState.Done => SessionStatus.Done,
        SessionState.Detecting => SessionStatus.Detecting,
        SessionState.Terminated => OfTerminated(lifecycle.Session.Reason),
        SessionState.Working => OfPullRequest(lifecycle.Pr) ?? SessionStatus.Working,
        SessionState.Idle => OfPullRequest(lifecycle.Pr) ?? SessionStatus.Idle,
        _ => throw new ArgumentOutOfRangeException(nameof(lifecycle), lifecycle.Session.State, "A session state without a status."),
    };

    private static SessionStatus OfTerminated(SessionReason reason) => reason switch
    {
        SessionReason.ManuallyKilled or SessionReason.RuntimeLost => SessionStatus.Killed,
        SessionReason.AutoCleanup or SessionReason.PrMerged => SessionStatus.Cleanup,
        SessionReason.ErrorInProcess or SessionReason.ProbeFailure => SessionStatus.Errored,
        _ => SessionStatus.Terminated,
    };

    private static SessionStatus? OfPullRequest(PullRequestPart pr) => pr.State switch
    {
        PullRequestState.Merged => SessionStatus.Merged,
        PullRequestState.Open => pr.Reason switch
        {
            PullRequestReason.CiFailing => SessionStatus.CiFailed,
            PullRequestReason.ChangesRequested => SessionStatus.ChangesRequested,
            PullRequestReason.ReviewPending => SessionStatus.ReviewPending,
            PullRequestReason.Approved => SessionStatus.Approved,
            PullRequestReason.MergeReady => SessionStatus.Mergeable,
            _ => SessionStatus.PrOpen,
        },
        _ => null,
    };
}
