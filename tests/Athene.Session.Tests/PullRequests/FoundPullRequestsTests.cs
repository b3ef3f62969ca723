using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.PullRequests;
using Athene.Session.Records;

namespace Athene.Session.Tests.PullRequests;

public sealed class FoundPullRequestsTests
{
    private const string Url = "https://github.com/acme/app/pull/42";

    private static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly PullRequestDocument Detected = new(Url, 42, "open", "sha-1", PullRequestOrigin.Detected);

    [Fact]
    public void Apply_detectedPullRequest_becomesTheSessionsOwn()
    {
        var draft = Draft();

        var session = FoundPullRequests.Apply(draft, Samples.Session(), Findings(Detected));

        session.Prs.ShouldBe([Detected]);
        (session.Lifecycle.Pr.State, session.Lifecycle.Pr.Number).ShouldBe((PullRequestState.Open, 42));
        draft.Happenings.ShouldHaveSingleItem().Kind.ShouldBe(EventKinds.PrDetected);
    }

    [Fact]
    public void Apply_detectedPullRequestOfALiveSession_isNotTakenFromIt()
    {
        var draft = Draft(Owner("app-2"));
        var session = Samples.Session();

        FoundPullRequests.Apply(draft, session, Findings(Detected)).ShouldBeSameAs(session);

        draft.Others.ShouldHaveSingleItem().Prs.ShouldHaveSingleItem();
        draft.Happenings.ShouldHaveSingleItem().Kind.ShouldBe(EventKinds.PrNotAdded);
    }

    [Fact]
    public void Apply_detectedPullRequest_isLeftWhereDetectionIsOff() =>
        FoundPullRequests.Apply(Draft(), Samples.Session() with { PrAutoDetect = false }, Findings(Detected)).Prs.ShouldBeEmpty();

    [Fact]
    public void Apply_pullRequestThatTheSessionLostMeanwhile_isNotGivenBack() =>
        FoundPullRequests.Apply(Draft(), Samples.Session(), Findings(Detected with { Origin = PullRequestOrigin.Reported })).Prs.ShouldBeEmpty();

    [Fact]
    public void Apply_knownPullRequest_isRefreshedAndKeepsItsOrigin()
    {
        var session = FoundPullRequests.Apply(
            Draft(), Owner("app-1"), Findings(Detected with { State = "merged", HeadSha = "sha-2" }, PullRequestState.Merged, PullRequestReason.Merged));

        session.Prs.ShouldBe([new PullRequestDocument(Url, 42, "merged", "sha-2", PullRequestOrigin.Reported)]);
        session.Lifecycle.Pr.State.ShouldBe(PullRequestState.Merged);
    }

    [Fact]
    public void Apply_again_changesNothing()
    {
        var once = FoundPullRequests.Apply(Draft(), Owner("app-1"), Findings(Detected));

        FoundPullRequests.Apply(Draft(), once, Findings(Detected) with { ObservedAt = Now.AddDays(1) }).ShouldBeSameAs(once);
    }

    private static PullRequestFindings Findings(
        PullRequestDocument pr, PullRequestState state = PullRequestState.Open, PullRequestReason reason = PullRequestReason.InProgress) => new(state, reason, [pr], Now);

    private static LedgerDraft Draft(params SessionRecord[] others) => new(null, Samples.Session(), Now, others);

    private static SessionRecord Owner(string id) => PrList.WithPrimary(
        Samples.Session(id), new PullRequestDocument(Url, 42, "open", Origin: PullRequestOrigin.Reported), PullRequestReason.InProgress, Now);
}
