using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.PullRequests;
using Athene.Session.Records;
using Athene.Session.Reports;

namespace Athene.Session.Tests.Reports;

public sealed class ReportedPullRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PullRequestUrl url = PullRequestUrl.Parse("https://github.com/acme/app/pull/42")!;

    [Fact]
    public void Add_newPullRequest_becomesThePrimaryOne()
    {
        var session = ReportedPullRequest.Add(Draft(), Samples.Session(), url, "pr_created");

        session.Prs.ShouldBe([new PullRequestDocument(url.Address, 42, "open", Origin: PullRequestOrigin.Reported)]);
        (session.Lifecycle.Pr.State, session.Lifecycle.Pr.Reason).ShouldBe((PullRequestState.Open, PullRequestReason.InProgress));
    }

    [Fact]
    public void Add_pullRequestOfALiveSession_isNotTakenFromIt()
    {
        var draft = Draft(Owner("app-2"));

        ReportedPullRequest.Add(draft, Samples.Session(), url, "pr_created").Prs.ShouldBeEmpty();

        draft.Others.ShouldHaveSingleItem().Prs.ShouldHaveSingleItem();
        draft.Happenings.ShouldHaveSingleItem().Kind.ShouldBe(EventKinds.PrNotAdded);
    }

    [Fact]
    public void Add_pullRequestOfAnEndedSession_isTakenOver()
    {
        var owner = Owner("app-2");
        var draft = Draft(owner with { Lifecycle = owner.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Now) });

        ReportedPullRequest.Add(draft, Samples.Session(), url, "pr_created").Prs.ShouldHaveSingleItem();

        draft.Others.ShouldHaveSingleItem().Prs.ShouldBeEmpty();
    }

    [Fact]
    public void Judge_readyForReview_concernsThePullRequestThatIsKnown() =>
        ReportedPullRequest.Judge(Owner("app-1"), "ready_for_review", Now).Lifecycle.Pr.Reason.ShouldBe(PullRequestReason.ReviewPending);

    [Fact]
    public void Judge_otherReports_leaveItAsItIs()
    {
        var owner = Owner("app-1");
        ReportedPullRequest.Judge(owner, "working", Now).ShouldBeSameAs(owner);
        ReportedPullRequest.Judge(Samples.Session(), "pr_created", Now).Lifecycle.Pr.State.ShouldBe(PullRequestState.None);
    }

    [Fact]
    public void Read_somethingElseThanAnAddress_isRefused()
    {
        ReportedPullRequest.Read(" ").ShouldBeNull();
        Should.Throw<AtheneException>(() => ReportedPullRequest.Read("#42")).Type.ShouldBe(ErrorTypes.RequestInvalid);
    }

    private static LedgerDraft Draft(params SessionRecord[] others) => new(new ProjectRecord { Id = "app" }, Samples.Session(), Now, others);

    private SessionRecord Owner(string id) =>
        PrList.WithPrimary(Samples.Session(id), new PullRequestDocument(url.Address, 42, "open"), PullRequestReason.InProgress, Now);
}
