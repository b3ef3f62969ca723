using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.PullRequests;
using Athene.Session.Records;

namespace Athene.Session.Tests.PullRequests;

public sealed class PrListTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void WithPrimary_anotherPullRequest_comesFirstAndNoneIsTwice()
    {
        var session = Owner(42);

        var both = Claim(Claim(session, 99), 99);

        both.Prs.Select(pr => pr.Number).ShouldBe([99, 42]);
        both.Lifecycle.Pr.ShouldBe(new PullRequestPart(PullRequestState.Open, PullRequestReason.InProgress, 99, Url(99), Now));
    }

    [Fact]
    public void Displaced_onlyPullRequest_leavesTheSessionAtWork()
    {
        var displaced = PrList.Displaced(Owner(42, PullRequestReason.ReviewPending), Url(42), Now);

        displaced.Prs.ShouldBeEmpty();
        displaced.PrAutoDetect.ShouldBeFalse();
        displaced.Lifecycle.Pr.State.ShouldBe(PullRequestState.None);
        (displaced.Lifecycle.Session.State, displaced.Lifecycle.Session.Reason).ShouldBe((SessionState.Working, SessionReason.TaskInProgress));
        StatusDerivation.Of(displaced.Lifecycle).ShouldBe(SessionStatus.Working);
    }

    [Fact]
    public void Displaced_oneOfTwo_goesOnWithTheOther()
    {
        var displaced = PrList.Displaced(Claim(Owner(42), 99), Url(99), Now);

        displaced.Prs.ShouldHaveSingleItem().Number.ShouldBe(42);
        displaced.Lifecycle.Pr.Number.ShouldBe(42);
        StatusDerivation.Of(displaced.Lifecycle).ShouldBe(SessionStatus.PrOpen);
    }

    [Theory]
    [InlineData(SessionState.NotStarted, SessionReason.SpawnRequested)]
    [InlineData(SessionState.NeedsInput, SessionReason.AwaitingUserInput)]
    [InlineData(SessionState.Terminated, SessionReason.ManuallyKilled)]
    public void Displaced_sessionInAnotherState_staysInIt(SessionState state, SessionReason reason)
    {
        var owner = Owner(42);

        var displaced = PrList.Displaced(owner with { Lifecycle = owner.Lifecycle.To(state, reason, Now) }, Url(42), Now);

        displaced.Lifecycle.Session.State.ShouldBe(state);
        displaced.Lifecycle.Session.Reason.ShouldBe(reason);
    }

    [Fact]
    public void WithoutSettled_mergedPrimary_isForgottenAndTheOpenOneIsPrimary()
    {
        var session = Claim(Owner(42), 99);
        session = session with { Lifecycle = session.Lifecycle with { Pr = session.Lifecycle.Pr with { State = PullRequestState.Merged, Reason = PullRequestReason.Merged } } };

        var restored = PrList.WithoutSettled(session);

        restored.Prs.ShouldHaveSingleItem().Number.ShouldBe(42);
        restored.Lifecycle.Pr.Number.ShouldBe(42);
        restored.Lifecycle.Pr.State.ShouldBe(PullRequestState.Open);
    }

    [Fact]
    public void WithoutSettled_onlyPullRequestMerged_isCleared()
    {
        var owner = Owner(42);
        var merged = owner with { Lifecycle = owner.Lifecycle with { Pr = owner.Lifecycle.Pr with { State = PullRequestState.Merged } } };

        var restored = PrList.WithoutSettled(merged);

        restored.Prs.ShouldBeEmpty();
        restored.Lifecycle.Pr.ShouldBe(new PullRequestPart(PullRequestState.None, PullRequestReason.ClearedOnRestore));
    }

    private static SessionRecord Owner(int number, PullRequestReason reason = PullRequestReason.InProgress)
    {
        var session = Samples.Session();
        session = session with { Lifecycle = session.Lifecycle.To(SessionState.Idle, SessionReason.PrCreated, Now) };
        return PrList.WithPrimary(session, new PullRequestDocument(Url(number), number, "open"), reason, Now);
    }

    private static SessionRecord Claim(SessionRecord session, int number) =>
        PrList.WithPrimary(session, new PullRequestDocument(Url(number), number, "open"), PullRequestReason.InProgress, Now);

    private static string Url(int number) => $"https://github.com/acme/app/pull/{number}";
}
