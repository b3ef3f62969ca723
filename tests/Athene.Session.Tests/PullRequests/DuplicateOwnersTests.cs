using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.PullRequests;
using Athene.Session.Records;

namespace Athene.Session.Tests.PullRequests;

public sealed class DuplicateOwnersTests
{
    private const string Url = "https://github.com/acme/app/pull/42";

    private static readonly DateTimeOffset Then = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Case040_laterOfTwoOwnersInReview_keepsIt()
    {
        var repaired = Repair(Owner("app-1", 5), Owner("app-2", 1)).ShouldHaveSingleItem();

        repaired.Id.ShouldBe("app-2");
        repaired.Prs.ShouldBeEmpty();
        repaired.PrAutoDetect.ShouldBeFalse();
        StatusDerivation.Of(repaired.Lifecycle).ShouldBe(SessionStatus.Working);
    }

    [Fact]
    public void Repair_ownerThatIsNotInReview_losesToOneThatIs() =>
        Repair(Owner("app-1", 1), Owner("app-2", 5, SessionState.NeedsInput)).ShouldHaveSingleItem().Id.ShouldBe("app-2");

    [Fact]
    public void Repair_ownersThatAreAlike_leavesItToTheYoungest() =>
        Repair(Owner("app-9", 1), Owner("app-10", 1)).ShouldHaveSingleItem().Id.ShouldBe("app-9");

    [Fact]
    public void Repair_sameAddressWrittenInAnotherWay_isTheSamePullRequest()
    {
        var other = Owner("app-2", 1);

        Repair(Owner("app-1", 5), other with { Prs = [other.Prs[0] with { Url = "https://github.com/ACME/app/pull/42/files" }] })
            .ShouldHaveSingleItem().Id.ShouldBe("app-2");
    }

    [Fact]
    public void Repair_oneOwnerEach_changesNothing() =>
        Repair(Owner("app-1", 1), Samples.Session("app-2")).ShouldBeEmpty();

    [Fact]
    public void Repair_ofWhatWasRepaired_changesNothing()
    {
        var one = Owner("app-1", 5);

        Repair([one, .. Repair(one, Owner("app-2", 1))]).ShouldBeEmpty();
    }

    private static IReadOnlyList<SessionRecord> Repair(params SessionRecord[] sessions) => DuplicateOwners.Repair(sessions, Then.AddHours(1));

    private static SessionRecord Owner(string id, int minute, SessionState state = SessionState.Idle)
    {
        var session = Samples.Session(id);
        session = session with { Lifecycle = session.Lifecycle.To(state, SessionReason.AwaitingExternalReview, Then.AddMinutes(minute)) };
        return PrList.WithPrimary(session, new PullRequestDocument(Url, 42, "open"), PullRequestReason.ReviewPending, Then);
    }
}
