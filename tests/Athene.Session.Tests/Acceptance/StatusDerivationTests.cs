using Athene.Contracts.Lifecycle;

namespace Athene.Session.Tests.Acceptance;

public sealed class StatusDerivationTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SessionState.NotStarted, SessionReason.SpawnRequested, SessionStatus.Spawning)]
    [InlineData(SessionState.Working, SessionReason.TaskInProgress, SessionStatus.Working)]
    [InlineData(SessionState.Idle, SessionReason.ResearchComplete, SessionStatus.Idle)]
    [InlineData(SessionState.NeedsInput, SessionReason.AwaitingUserInput, SessionStatus.NeedsInput)]
    [InlineData(SessionState.Stuck, SessionReason.ErrorInProcess, SessionStatus.Stuck)]
    [InlineData(SessionState.Detecting, SessionReason.RuntimeLost, SessionStatus.Detecting)]
    [InlineData(SessionState.Done, SessionReason.ResearchComplete, SessionStatus.Done)]
    [InlineData(SessionState.Terminated, SessionReason.ManuallyKilled, SessionStatus.Killed)]
    [InlineData(SessionState.Terminated, SessionReason.RuntimeLost, SessionStatus.Killed)]
    [InlineData(SessionState.Terminated, SessionReason.AutoCleanup, SessionStatus.Cleanup)]
    [InlineData(SessionState.Terminated, SessionReason.PrMerged, SessionStatus.Cleanup)]
    [InlineData(SessionState.Terminated, SessionReason.ErrorInProcess, SessionStatus.Errored)]
    [InlineData(SessionState.Terminated, SessionReason.ProbeFailure, SessionStatus.Errored)]
    [InlineData(SessionState.Terminated, SessionReason.AgentProcessExited, SessionStatus.Terminated)]
    public void Of_sessionWithoutPullRequest_isTheWordForItsState(SessionState state, SessionReason reason, SessionStatus expected) =>
        StatusDerivation.Of(LifecycleDocument.Requested(Now).To(state, reason, Now)).ShouldBe(expected);

    [Theory]
    [InlineData(PullRequestReason.InProgress, SessionStatus.PrOpen)]
    [InlineData(PullRequestReason.CiFailing, SessionStatus.CiFailed)]
    [InlineData(PullRequestReason.ChangesRequested, SessionStatus.ChangesRequested)]
    [InlineData(PullRequestReason.ReviewPending, SessionStatus.ReviewPending)]
    [InlineData(PullRequestReason.Approved, SessionStatus.Approved)]
    [InlineData(PullRequestReason.MergeReady, SessionStatus.Mergeable)]
    public void Case078_WorkOrRestWithOpenPullRequest_isTheWordForThePullRequest(PullRequestReason reason, SessionStatus expected)
    {
        foreach (var state in (SessionState[])[SessionState.Working, SessionState.Idle])
        {
            var lifecycle = LifecycleDocument.Requested(Now).To(state, SessionReason.TaskInProgress, Now);
            StatusDerivation.Of(lifecycle with { Pr = new PullRequestPart(PullRequestState.Open, reason) }).ShouldBe(expected);
        }
    }

    [Fact]
    public void Of_terminatedSessionWithPullRequest_isStillTerminated()
    {
        var lifecycle = LifecycleDocument.Requested(Now).To(SessionState.Terminated, SessionReason.ManuallyKilled, Now);

        StatusDerivation.Of(lifecycle with { Pr = new PullRequestPart(PullRequestState.Open, PullRequestReason.CiFailing) }).ShouldBe(SessionStatus.Killed);
    }

    [Fact]
    public void To_keepsTheFirstStartAndTheTimeOfTheEnd()
    {
        var started = LifecycleDocument.Requested(Now).To(SessionState.Working, SessionReason.TaskInProgress, Now.AddMinutes(1));
        var ended = started.To(SessionState.Idle, SessionReason.ResearchComplete, Now.AddMinutes(2))
            .To(SessionState.Working, SessionReason.TaskInProgress, Now.AddMinutes(3))
            .To(SessionState.Terminated, SessionReason.ManuallyKilled, Now.AddMinutes(4));

        ended.Session.StartedAt.ShouldBe(Now.AddMinutes(1));
        ended.Session.TerminatedAt.ShouldBe(Now.AddMinutes(4));
        ended.Session.LastTransitionAt.ShouldBe(Now.AddMinutes(4));
        ended.IsTerminal.ShouldBeTrue();
        ended.To(SessionState.Working, SessionReason.TaskInProgress, Now.AddMinutes(5)).Session.TerminatedAt.ShouldBeNull();
    }
}
