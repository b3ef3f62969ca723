using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.Watching;
using Athene.TrackerBridge.Watching.Snapshots;

namespace Athene.TrackerBridge.Tests.Watching;

public sealed class OwnershipTests
{
    [Fact]
    public void Of_openOneOfItsBranch_isTheSession() => Of(Samples.Snapshot, null, Samples.Session()).ShouldBe("app-1");

    [Fact]
    public void Of_claimedOne_isWhoeverClaimedIt() => Of(
        Samples.Snapshot, null,
        Samples.Session("app-1"),
        Samples.Session("app-2", "other", true, new WatchedPullRequest("acme/app", 42, false))).ShouldBe("app-2");

    [Fact]
    public void Of_claimThatNamesNoRepository_isOfItsProject() =>
        Of(Samples.Snapshot, null, Samples.Session(branch: "other", pullRequests: new WatchedPullRequest("", 42, false))).ShouldBe("app-1");

    [Fact]
    public void Of_sessionThatGaveItUp_isNobody() => Of(Samples.Snapshot, null, Samples.Session(findsByBranch: false)).ShouldBeNull();

    [Fact]
    public void Of_branchOfAFork_isNobody() => Of(Samples.Snapshot with { IsFork = true }, null, Samples.Session()).ShouldBeNull();

    [Theory]
    [InlineData(PullRequestState.Merged)]
    [InlineData(PullRequestState.Closed)]
    public void Of_settledOneThatNobodySawOpen_isNobody(PullRequestState state) => Of(Samples.Snapshot with { State = state }, null, Samples.Session()).ShouldBeNull();

    [Fact]
    public void Of_settledOneThatTheSessionSawOpen_staysItsOwn()
    {
        var known = new StoredPullRequest(Samples.Snapshot, "") { Told = new Dictionary<string, long> { ["app-1"] = 1 } };

        Of(Samples.Snapshot with { State = PullRequestState.Merged }, known, Samples.Session()).ShouldBe("app-1");
    }

    [Fact]
    public void Of_settledOneThatIsYoungerThanTheSession_isItsOwn() =>
        Of(Samples.Snapshot with { State = PullRequestState.Merged, CreatedAt = Samples.Start.AddMinutes(1) }, null, Samples.Session()).ShouldBe("app-1");

    [Fact]
    public void Of_twoSessionsOfOneBranch_isTheYounger() => Of(
        Samples.Snapshot, null, Samples.Session("app-1"), Samples.Session("app-2") with { CreatedAt = Samples.Start.AddMinutes(1) }).ShouldBe("app-2");

    private static string? Of(PullRequestSnapshot snapshot, StoredPullRequest? known, params WatchedSession[] sessions) =>
        Ownership.Of(snapshot, known, sessions, Samples.Places)?.Id;
}
