using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Assessing;
using Athene.Lifecycle.Facts;

namespace Athene.Lifecycle.Tests.Assessing;

public sealed class PullRequestAssessingTests
{
    private static readonly PullRequestSnapshot Open = Sample.PullRequest();
    private static readonly PullRequestSnapshot Ready = Sample.ReadyPullRequest();

    public static TheoryData<string, PullRequestSnapshot, SessionStatus> Table => new()
    {
        { "failing checks", Open with { ChecksState = ChecksState.Failing }, SessionStatus.CiFailed },
        { "failing checks although approved", Ready with { ChecksState = ChecksState.Failing }, SessionStatus.CiFailed },
        { "failing checks although changes are requested", Open with { ChecksState = ChecksState.Failing, ReviewDecision = ReviewDecision.ChangesRequested }, SessionStatus.CiFailed },
        { "changes requested", Open with { ReviewDecision = ReviewDecision.ChangesRequested }, SessionStatus.ChangesRequested },
        { "approved and green", Ready, SessionStatus.Mergeable },
        { "green and no review needed", Ready with { ReviewDecision = ReviewDecision.None }, SessionStatus.Mergeable },
        { "approved, checks pending", Ready with { ChecksState = ChecksState.Pending, Mergeability = Mergeability.Blocked }, SessionStatus.Approved },
        { "approved, with conflicts", Ready with { Mergeability = Mergeability.Blocked, Blockers = [MergeBlocker.Conflicts] }, SessionStatus.Approved },
        { "review pending", Open, SessionStatus.ReviewPending },
        { "nothing known but that it is open", Open with { ReviewDecision = ReviewDecision.None, ChecksState = ChecksState.Pending }, SessionStatus.PrOpen },
        { "merged", Open with { State = PullRequestState.Merged }, SessionStatus.Merged },
        { "closed", Open with { State = PullRequestState.Closed }, SessionStatus.Idle },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Case078_PullRequest_decides(string what, PullRequestSnapshot pr, SessionStatus expected) =>
        StatusOf(Assess(pr)!).ShouldBe(expected, what);

    [Fact]
    public void What_the_host_could_not_say_decides_nothing()
    {
        Assess(Open with { ChecksState = ChecksState.Unknown }).ShouldBeNull();
        Assess(Ready with { ReviewDecision = ReviewDecision.Unknown }).ShouldBeNull();
        StatusOf(Assess(Ready with { Mergeability = Mergeability.Unknown })!).ShouldBe(SessionStatus.Approved);
    }

    [Fact]
    public void Case079_SeveralPullRequests_are_judged_together()
    {
        var merged = Open with { State = PullRequestState.Merged };

        StatusOf(Assess(merged, Open)!).ShouldBe(SessionStatus.ReviewPending);
        StatusOf(Assess(merged, merged)!).ShouldBe(SessionStatus.Merged);
        StatusOf(Assess(Ready, Open with { ChecksState = ChecksState.Failing })!).ShouldBe(SessionStatus.CiFailed);
        StatusOf(Assess(Ready, Open)!).ShouldBe(SessionStatus.ReviewPending);
        StatusOf(Assess(Ready, Ready)!).ShouldBe(SessionStatus.Mergeable);
        StatusOf(Assess(Open with { State = PullRequestState.Closed }, merged)!).ShouldBe(SessionStatus.Idle);
    }

    [Fact]
    public void Merged_is_only_said_when_all_are_known_to_be()
    {
        var state = StateOf([Open with { State = PullRequestState.Merged }]);
        state = state with { Session = state.Session! with { Prs = [.. state.Session.Prs, new PullRequestDocument("https://example.test/acme/app/pull/43", 43, "open")] } };

        PullRequestAssessing.Of(state).ShouldBeNull();
    }

    [Fact]
    public void Agent_that_has_answered_the_review_waits_for_the_reviewer_and_is_not_stuck()
    {
        var scene = new Scene().Hear(Sample.SessionWithPullRequest()).Hear(Open with { ReviewDecision = ReviewDecision.ChangesRequested, Threads = [Sample.Thread("t1")] });
        scene.Wait(TimeSpan.FromMinutes(1));
        PullRequestAssessing.Of(scene.State)!.Session.ShouldBe(new Verdict(SessionState.Working, SessionReason.ResolvingReviewComments));

        var answered = scene.State with { Report = new ReportFact(99, "ready_for_review", scene.Now) };
        PullRequestAssessing.Of(answered)!.Session.ShouldBe(new Verdict(SessionState.Idle, SessionReason.AwaitingExternalReview));
    }

    private static PullRequestAssessment? Assess(params PullRequestSnapshot[] prs) => PullRequestAssessing.Of(StateOf(prs));

    private static SupervisionState StateOf(IReadOnlyList<PullRequestSnapshot> prs)
    {
        var state = new SupervisionState { SessionId = "app-1" };
        IReadOnlyList<PullRequestSnapshot> own = [.. prs.Select((pr, index) => pr with { Number = 42 + index, Url = $"https://example.test/acme/app/pull/{42 + index}" })];
        state = own.Aggregate(state, (before, pr) => FactMerge.Apply(before, Sample.Signal(pr)));
        return state with { Session = Sample.Session() with { Prs = [.. own.Select(pr => new PullRequestDocument(pr.Url, pr.Number, "open"))] } };
    }

    private static SessionStatus StatusOf(PullRequestAssessment assessment)
    {
        var verdict = assessment.Session!;
        return StatusDerivation.Of(Sample.WithPart(Sample.Session(verdict.State, verdict.Reason), assessment.State, assessment.Reason).Lifecycle);
    }
}
