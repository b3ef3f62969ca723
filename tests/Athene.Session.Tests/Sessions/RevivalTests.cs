using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Tests.Sessions;

public sealed class RevivalTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_endedSession_isAtWorkAgain()
    {
        var revived = Revival.Of(Ended(), Now);

        revived.Lifecycle.Session.State.ShouldBe(SessionState.Working);
        revived.Lifecycle.Session.TerminatedAt.ShouldBeNull();
        revived.Lifecycle.Runtime.State.ShouldBe(RuntimeState.Alive);
        revived.Activity.ShouldBe(Activity.Active);
        revived.RestoredAt.ShouldBe(Now);
        revived.Retired.ShouldBeFalse();
        revived.HeldBy.ShouldBeNull();
        revived.CreatedAt.ShouldBe(Ended().CreatedAt);
        revived.Issue.ShouldBe("7");
    }

    [Theory]
    [InlineData(PullRequestState.Merged, PullRequestReason.Merged, "merged")]
    [InlineData(PullRequestState.Closed, PullRequestReason.ClosedUnmerged, "closed")]
    public void Of_settledPullRequest_isCleared(PullRequestState state, PullRequestReason reason, string word)
    {
        var revived = Revival.Of(WithPr(state, reason, word), Now);

        revived.Prs.ShouldBeEmpty();
        revived.Lifecycle.Pr.ShouldBe(new PullRequestPart(PullRequestState.None, PullRequestReason.ClearedOnRestore));
    }

    [Fact]
    public void Of_openPullRequest_isKept()
    {
        var revived = Revival.Of(WithPr(PullRequestState.Open, PullRequestReason.CiFailing, "open"), Now);

        revived.Prs.ShouldHaveSingleItem().Number.ShouldBe(3);
        revived.Lifecycle.Pr.Reason.ShouldBe(PullRequestReason.CiFailing);
    }

    [Fact]
    public void Of_orchestrator_keepsItsRole() =>
        Revival.Of(Ended() with { Kind = SessionKind.Orchestrator }, Now).Kind.ShouldBe(SessionKind.Orchestrator);

    private static SessionRecord WithPr(PullRequestState state, PullRequestReason reason, string word)
    {
        const string url = "https://github.com/org/my-app/pull/3";
        var session = Ended();
        return session with
        {
            Prs = [new PullRequestDocument(url, 3, word)],
            Lifecycle = session.Lifecycle with { Pr = new PullRequestPart(state, reason, 3, url) },
        };
    }

    private static SessionRecord Ended()
    {
        var session = Samples.Session() with { Issue = "7", Retired = true, HeldBy = "restore-app-1-1" };
        return session with { Lifecycle = session.Lifecycle.To(SessionState.Terminated, SessionReason.PrMerged, session.CreatedAt) };
    }
}
